package org.didaccess.web.release;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.didaccess.identity.Roles;
import org.didaccess.release.CheckExtract;
import org.didaccess.release.ConfirmDestroyed;
import org.didaccess.release.ExtractView;
import org.didaccess.release.PublishExtract;
import org.didaccess.release.ReleaseUseCases;
import org.didaccess.release.StopExtract;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.page.BarChart;
import org.didaccess.web.page.ConfirmedPage;
import org.didaccess.web.security.PageAccess;

/** One extract: progress, check, publication, download, recall. */
@Named
@ViewScoped
@PageAccess(view = "/release", roles = PageAccess.SIGNED_IN)
@PageAccess(view = "/release/check", roles = Roles.DATA_MANAGER)
@PageAccess(view = "/release/destroyed", roles = PageAccess.SIGNED_IN)
@PageAccess(view = "/release/publish", roles = Roles.DATA_MANAGER)
@PageAccess(
    view = "/release/stop",
    roles = {Roles.DATA_MANAGER, Roles.OFFICER})
public class ReleasePage extends ConfirmedPage {

  private static final long serialVersionUID = 1L;
  private static final double MIB = 1024.0 * 1024.0;

  @Inject private ReleaseUseCases releases;
  @Inject private Attempt attempt;

  private UUID id;
  private boolean accepting;
  private String note;
  private String reason;
  private String statement;
  private transient String link;
  private transient ExtractView view;

  /** The extract. */
  public ExtractView getView() {
    if (view == null) {
      view = releases.extract(id);
    }
    return view;
  }

  /** A bar a month: a month that is missing or doubled stands out. */
  public String getMonthChart() {
    Map<String, Long> rows = new LinkedHashMap<>();
    getView()
        .findings()
        .months()
        .forEach(month -> rows.put(month.month().toString(), month.rows()));
    return BarChart.of("Rows", rows);
  }

  /**
   * Of how many rows the columns' figures are: of a refresh, of all that the recipient then has.
   */
  public long getRowsOfColumns() {
    return getView().refresh() == null
        ? getView().findings().rows()
        : getView().refresh().figures().held();
  }

  /** Records the check. */
  public String check() {
    return attempt.run(
        () ->
            releases.check(
                new CheckExtract(
                    id,
                    getView().version(),
                    note,
                    getView().refresh() == null ? null : confirmation())),
        "The check is recorded.",
        address());
  }

  /** How many the page showed, once somebody ticked that they may be singled out. */
  private Long accepted() {
    return accepting ? Long.valueOf(getView().findings().singledOut()) : null;
  }

  /** Publishes. */
  public String publish() {
    return attempt.run(
        () ->
            releases.publish(
                new PublishExtract(id, getView().version(), accepted(), confirmation())),
        "The package is published: its recipient can download it.",
        address());
  }

  /** Lets the engine stop. */
  public String pause() {
    return attempt.run(
        () -> releases.pause(id), "It is paused. What is finished is kept.", address());
  }

  /** Lets it go on. */
  public String resume() {
    return attempt.run(() -> releases.resume(id), "It goes on where it stopped.", address());
  }

  /** Gives up what was not published, or takes back what was. */
  public String stop() {
    return attempt.run(
        () -> {
          StopExtract command = new StopExtract(id, reason);
          if (getView().mayRecall()) {
            releases.recall(command);
          } else {
            releases.cancel(command);
          }
        },
        getView().mayRecall()
            ? "The package is recalled: its links are dead."
            : "The release is cancelled.",
        address());
  }

  /** Confirms that every copy of what was recalled is destroyed. */
  public String confirmDestroyed() {
    return attempt.run(
        () -> releases.confirmDestroyed(new ConfirmDestroyed(id, getView().version(), statement)),
        "Thank you: it is recorded that every copy is destroyed.",
        address());
  }

  /** Makes a link, which the page then shows once. */
  public void makeLink() {
    attempt.stay(() -> link = "/api/downloads/" + releases.issueDownloadLink(id).token());
  }

  /** The link just made, or null. */
  public String getLink() {
    return link;
  }

  /** The package's size in words. */
  public String getSize() {
    Long bytes = getView().packageBytes();
    return bytes == null ? "" : String.format(Locale.UK, "%.1f MiB", bytes / MIB);
  }

  private String address() {
    return "/release?id=" + id;
  }

  public UUID getId() {
    return id;
  }

  public void setId(UUID id) {
    this.id = id;
  }

  public boolean isAccepting() {
    return accepting;
  }

  public void setAccepting(boolean accepting) {
    this.accepting = accepting;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public String getStatement() {
    return statement;
  }

  public void setStatement(String statement) {
    this.statement = statement;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
