package org.didaccess.web.governance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.didaccess.governance.CastVote;
import org.didaccess.governance.Decide;
import org.didaccess.governance.DecisionView;
import org.didaccess.governance.GovernanceUseCases;
import org.didaccess.governance.ReviewView;
import org.didaccess.governance.WithdrawDecision;
import org.didaccess.identity.Roles;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.page.ConfirmedPage;
import org.didaccess.web.security.PageAccess;

/** One slot's review: what is asked for, the panel's votes, and the chair's decision. */
@Named
@ViewScoped
@PageAccess(view = "/review", roles = Roles.PANEL)
@PageAccess(view = "/review/vote", roles = Roles.PANEL)
@PageAccess(view = "/review/decide", roles = Roles.PANEL)
@PageAccess(view = "/review/take-back", roles = Roles.PANEL)
public class ReviewPage extends ConfirmedPage {

  private static final long serialVersionUID = 1L;

  @Inject private GovernanceUseCases governance;
  @Inject private Attempt attempt;

  private UUID version;
  private UUID slot;
  private String vote;
  private String comment;
  private String reason;
  private transient ReviewView view;
  private transient Ruling ruling;

  /** The review. */
  public ReviewView getView() {
    if (view == null) {
      view = governance.review(version, slot);
    }
    return view;
  }

  /** The slot's decision on this version and those on earlier ones. */
  public List<DecisionView> getDecisions() {
    return Stream.concat(
            Stream.ofNullable(getView().decision()), getView().earlierDecisions().stream())
        .toList();
  }

  /** What the chair fills in. */
  public Ruling getRuling() {
    if (ruling == null) {
      ruling = new Ruling(getView().version().selection().fields());
    }
    return ruling;
  }

  /** Casts or changes the viewer's vote. */
  public String castVote() {
    return attempt.run(
        () ->
            governance.vote(
                new CastVote(
                    version,
                    slot,
                    Rulings.one("vote", vote, CastVote.Vote.class),
                    comment,
                    confirmation())),
        "Your vote is recorded.",
        address());
  }

  /** Decides for the slot's holder. */
  public String decide() {
    return attempt.run(
        () ->
            governance.decide(
                new Decide(
                    version,
                    slot,
                    getView().version().selection().digest(),
                    getRuling().outcome(),
                    getRuling().getReason(),
                    getRuling().fieldOutcomes(),
                    getRuling().conditions(),
                    confirmation())),
        "The decision is recorded.",
        address());
  }

  /** Takes an approval back. */
  public String takeBack() {
    return attempt.run(
        () -> governance.withdrawDecision(new WithdrawDecision(getView().decision().id(), reason)),
        "The approval is withdrawn. Nothing more leaves under it.",
        address());
  }

  /** The parameters that lead to this slot's review. */
  public String getParameters() {
    return "?version=" + version + "&slot=" + slot;
  }

  private String address() {
    return "/review" + getParameters();
  }

  public UUID getVersion() {
    return version;
  }

  public void setVersion(UUID version) {
    this.version = version;
  }

  public UUID getSlot() {
    return slot;
  }

  public void setSlot(UUID slot) {
    this.slot = slot;
  }

  public String getVote() {
    return vote;
  }

  public void setVote(String vote) {
    this.vote = vote;
  }

  public String getComment() {
    return comment;
  }

  public void setComment(String comment) {
    this.comment = comment;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
