package org.didaccess.workflow.process;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.didaccess.agreement.AgreementTerm;
import org.didaccess.shared.process.Notice;
import org.didaccess.shared.process.Reminders;

/** The domain as delegates see it: keeps what the processes asked for, and fails when told to. */
public final class DomainStandIn implements AgreementTerm, Reminders {
  private final List<Notice> notices = new ArrayList<>();
  private final List<UUID> ended = new ArrayList<>();
  private Runnable onEnd = () -> {};

  void forget() {
    notices.clear();
    ended.clear();
    onEnd = () -> {};
  }

  /** What the domain does when an agreement is to end. */
  public void onEnd(Runnable answer) {
    onEnd = answer;
  }

  /** The notices asked for, in order. */
  public List<Notice> notices() {
    return List.copyOf(notices);
  }

  /** The agreements asked to end. */
  public List<UUID> ended() {
    return List.copyOf(ended);
  }

  @Override
  public void endIfOver(UUID agreement) {
    onEnd.run();
    ended.add(agreement);
  }

  @Override
  public void remind(Notice notice, UUID subject) {
    notices.add(notice);
  }
}
