package org.didaccess.agreement;

import java.util.UUID;

/** What happens to an agreement when its time comes; called by its process, not by a person. */
public interface AgreementTerm {

  /** Ends the agreement if its last day has passed; otherwise, or if it has ended, does nothing. */
  void endIfOver(UUID agreement);
}
