package org.didaccess.agreement.domain;

import static org.didaccess.agreement.AgreementStatus.ACTIVE;
import static org.didaccess.agreement.AgreementStatus.CLOSED;
import static org.didaccess.agreement.AgreementStatus.DRAFTED;
import static org.didaccess.agreement.AgreementStatus.ENDED;
import static org.didaccess.agreement.AgreementStatus.REVOKED;
import static org.didaccess.agreement.AgreementStatus.SUSPENDED;
import static org.didaccess.agreement.domain.AgreementMove.ACTIVATE;
import static org.didaccess.agreement.domain.AgreementMove.CLOSE;
import static org.didaccess.agreement.domain.AgreementMove.END;
import static org.didaccess.agreement.domain.AgreementMove.RESUME;
import static org.didaccess.agreement.domain.AgreementMove.REVOKE;
import static org.didaccess.agreement.domain.AgreementMove.SUSPEND;

import org.didaccess.agreement.AgreementStatus;
import org.didaccess.shared.StateTable;

/** The one table of an agreement's states, moves and turns. */
public final class AgreementTransitions {

  /** The table. */
  public static final StateTable<AgreementStatus, AgreementMove> TABLE =
      new StateTable<AgreementStatus, AgreementMove>("agreement", AgreementStatus.class)
          .in(DRAFTED, "the parties who have not signed", 15)
          .in(ACTIVE, "the data managers", null)
          .in(SUSPENDED, "a data access officer", 5)
          .in(REVOKED, "the recipient, to destroy the data", 30)
          .in(ENDED, "the recipient, to destroy the data", 30)
          .in(CLOSED, "nobody", null)
          .move(DRAFTED, ACTIVATE, ACTIVE)
          .move(DRAFTED, REVOKE, REVOKED)
          .move(DRAFTED, END, ENDED)
          .move(ACTIVE, SUSPEND, SUSPENDED)
          .move(ACTIVE, REVOKE, REVOKED)
          .move(ACTIVE, END, ENDED)
          .move(SUSPENDED, RESUME, ACTIVE)
          .move(SUSPENDED, REVOKE, REVOKED)
          .move(SUSPENDED, END, ENDED)
          .move(REVOKED, CLOSE, CLOSED)
          .move(ENDED, CLOSE, CLOSED);

  private AgreementTransitions() {}
}
