package org.didaccess.agreement;

import java.util.UUID;

/** What the term process may ask of an agreement. */
public interface AgreementTermFlow {

  /** The instants between which the agreement has effect. */
  TermDates dates(UUID agreementId);

  /**
   * Ends the agreement if its end date has passed; otherwise, or where it is already over, does
   * nothing. Safe to repeat: it grants nothing and only carries out what the signed dates say.
   */
  void endWhenOver(UUID agreementId);
}
