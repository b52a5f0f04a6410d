package org.didaccess.workflow.process;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.didaccess.agreement.AgreementTerm;
import org.didaccess.governance.AssessmentFlow;
import org.didaccess.governance.RouteFacts;
import org.didaccess.release.ReleaseFlow;
import org.didaccess.sde.WorkspaceFlow;
import org.didaccess.shared.process.Notice;
import org.didaccess.shared.process.Reminders;

/** Answers that a test chooses, and a list of what the processes asked for. */
public final class DomainStandIn
    implements AssessmentFlow, AgreementTerm, ReleaseFlow, WorkspaceFlow, Reminders {
  private final List<Notice> notices = new ArrayList<>();
  private final List<String> acts = new ArrayList<>();
  private List<UUID> openSlots = List.of();
  private boolean allowedLess;
  private RuntimeException failure;

  void forget() {
    notices.clear();
    acts.clear();
    openSlots = List.of();
    allowedLess = false;
    failure = null;
  }

  /** These controllerships wait for a decision. */
  public void slotsOpen(UUID... controllerships) {
    openSlots = List.of(controllerships);
  }

  /** The controllers allow less than was asked. */
  public void allowsLess() {
    allowedLess = true;
  }

  /** From now on every act fails like this; null ends it. */
  public void failsWith(RuntimeException trouble) {
    failure = trouble;
  }

  /** The notices asked for, in order. */
  public List<Notice> notices() {
    return List.copyOf(notices);
  }

  /** The acts asked for, in order. */
  public List<String> acts() {
    return List.copyOf(acts);
  }

  @Override
  public RouteFacts routeFacts(UUID applicationId) {
    return new RouteFacts("ROW_LEVEL", "SDE", "NONE");
  }

  @Override
  public List<UUID> openSlots(UUID applicationId) {
    return openSlots;
  }

  @Override
  public boolean allowedLess(UUID applicationId) {
    return allowedLess;
  }

  @Override
  public void endIfOver(UUID agreementId) {
    act("end agreement");
  }

  @Override
  public void prepare(UUID runId) {
    act("prepare");
  }

  @Override
  public void provision(UUID workspaceId) {
    act("provision");
  }

  @Override
  public void closeWhenOver(UUID workspaceId) {
    act("close workspace");
  }

  @Override
  public void remind(Notice notice, UUID subject) {
    notices.add(notice);
  }

  private void act(String name) {
    if (failure != null) {
      throw failure;
    }
    acts.add(name);
  }
}
