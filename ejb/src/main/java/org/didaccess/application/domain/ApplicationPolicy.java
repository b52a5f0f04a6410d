package org.didaccess.application.domain;

import java.util.Set;
import java.util.UUID;
import org.didaccess.identity.Roles;

/** Who may see and change an application. */
public final class ApplicationPolicy {

  private static final Set<String> READS_ALL =
      Set.of(Roles.OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR);

  private ApplicationPolicy() {}

  /**
   * Whether somebody may see the application.
   *
   * @param own whether they are the applicant or a collaborator
   * @param submitted whether it was ever submitted: a draft is its writers' own
   * @param reviewer whether they sit on the panel of one of its controllers
   * @param roles their roles
   */
  public static boolean mayRead(
      boolean own, boolean submitted, boolean reviewer, Set<String> roles) {
    return own || (submitted && (reviewer || roles.stream().anyMatch(READS_ALL::contains)));
  }

  /** Whether somebody may change answers and selection. */
  public static boolean mayEdit(DataAccessApplication application, UUID person) {
    return application.isOf(person) && application.editable();
  }

  /** Whether somebody may take it back. */
  public static boolean mayWithdraw(DataAccessApplication application, UUID person) {
    return application.isOf(person)
        && ApplicationTransitions.TABLE.may(application.status(), ApplicationMove.WITHDRAW);
  }

  /** Whether somebody may accept the narrower selection. */
  public static boolean mayAcceptNarrowed(DataAccessApplication application, UUID person) {
    return application.isOf(person)
        && ApplicationTransitions.TABLE.may(application.status(), ApplicationMove.ACCEPT_NARROWED);
  }

  /** Whether an officer may draft an agreement: not from an application of their own. */
  public static boolean mayDraftAgreement(
      DataAccessApplication application, UUID person, boolean officer) {
    return officer
        && !application.isOf(person)
        && ApplicationTransitions.TABLE.may(application.status(), ApplicationMove.DRAFT_AGREEMENT);
  }
}
