package org.didaccess.web.governance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.didaccess.application.ApplicationUseCases;
import org.didaccess.application.ApplicationView;
import org.didaccess.governance.GovernanceUseCases;
import org.didaccess.governance.Triage;
import org.didaccess.governance.TriageItemView;
import org.didaccess.identity.Roles;
import org.didaccess.shared.InvalidInput;
import org.didaccess.shared.PageRequest;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.page.Choice;
import org.didaccess.web.page.Rows;
import org.didaccess.web.security.PageAccess;

/** The officer's queue, and one application of it. */
@Named
@ViewScoped
@PageAccess(view = "/triage", roles = Roles.OFFICER)
@PageAccess(view = "/triage/application", roles = Roles.OFFICER)
public class TriagePage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private GovernanceUseCases governance;
  @Inject private ApplicationUseCases applications;
  @Inject private Attempt attempt;

  private UUID id;
  private String outcome;
  private String reason;
  private transient Rows<TriageItemView> rows;
  private transient ApplicationView view;

  /** The queue, the longest waiting first. */
  public Rows<TriageItemView> getRows() {
    if (rows == null) {
      rows = new Rows<>(part -> governance.triageQueue(part));
    }
    return rows;
  }

  /** The application under triage. */
  public ApplicationView getView() {
    if (view == null) {
      view = applications.draft(id);
    }
    return view;
  }

  /** Slots that nobody can decide yet, in words. */
  public List<String> getBlockedSlots() {
    return governance.triageQueue(new PageRequest(0, PageRequest.MOST)).items().stream()
        .filter(item -> item.applicationId().equals(id))
        .flatMap(item -> item.blockedSlots().stream())
        .toList();
  }

  /** What the officer can do. */
  public List<Choice> getOutcomes() {
    return List.of(
        new Choice(
            Triage.Outcome.ACCEPT.name(),
            "Accept it for review",
            "The controllers' panels get it next."),
        new Choice(
            Triage.Outcome.RETURN.name(),
            "Return it to the applicant",
            "Say below what is to be changed."));
  }

  /** Accepts or returns. */
  public String decide() {
    return attempt.run(
        () -> governance.triage(new Triage(id, getView().version(), chosen(), reason)),
        "Done: " + getView().reference() + " has left the queue.",
        "/triage");
  }

  private Triage.Outcome chosen() {
    if (outcome == null || outcome.isEmpty()) {
      throw new InvalidInput("outcome", "Choose whether to accept or to return it.");
    }
    return Triage.Outcome.valueOf(outcome);
  }

  public UUID getId() {
    return id;
  }

  public void setId(UUID id) {
    this.id = id;
  }

  public String getOutcome() {
    return outcome;
  }

  public void setOutcome(String outcome) {
    this.outcome = outcome;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
