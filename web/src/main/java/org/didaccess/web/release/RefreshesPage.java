package org.didaccess.web.release;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.didaccess.identity.Roles;
import org.didaccess.release.EndRefreshes;
import org.didaccess.release.OrderRefreshes;
import org.didaccess.release.RefreshContent;
import org.didaccess.release.RefreshUseCases;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.page.Choice;
import org.didaccess.web.security.PageAccess;

/** Ordering refreshes every month, and ending them. */
@Named
@ViewScoped
@PageAccess(view = "/release/refreshes", roles = Roles.DATA_MANAGER)
@PageAccess(
    view = "/release/end-refreshes",
    roles = {Roles.DATA_MANAGER, Roles.OFFICER})
public class RefreshesPage extends OrderingPage {

  private static final long serialVersionUID = 1L;

  @Inject private RefreshUseCases refreshes;
  @Inject private Attempt attempt;

  private UUID id;
  private RefreshContent content = RefreshContent.FULL;
  private Integer dayOfMonth;
  private String reason;

  /** What a refresh can hold. */
  public List<Choice> getContents() {
    return Arrays.stream(RefreshContent.values())
        .map(each -> new Choice(each.name(), each.label()))
        .toList();
  }

  /** Orders them; each is prepared by itself. */
  public String order() {
    return attempt.call(
        () ->
            refreshes.order(
                new OrderRefreshes(
                    getAgreement(),
                    recipient().personId(),
                    getOrganisation(),
                    recipient().publicKey(),
                    getFormat(),
                    content,
                    dayOfMonth == null ? 0 : dayOfMonth,
                    confirmation())),
        "Refreshes are ordered. Each month's is prepared by itself.",
        ordered -> address());
  }

  /** Ends them. */
  public String end() {
    return attempt.run(
        () -> refreshes.end(new EndRefreshes(id, reason)),
        "The standing order is ended: no more refreshes are prepared.",
        address());
  }

  private String address() {
    return "/agreement?id=" + getAgreement();
  }

  public UUID getId() {
    return id;
  }

  public void setId(UUID id) {
    this.id = id;
  }

  public RefreshContent getContent() {
    return content;
  }

  public void setContent(RefreshContent content) {
    this.content = content;
  }

  public Integer getDayOfMonth() {
    return dayOfMonth;
  }

  public void setDayOfMonth(Integer dayOfMonth) {
    this.dayOfMonth = dayOfMonth;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
