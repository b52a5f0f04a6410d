package org.didaccess.release.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.didaccess.identity.CurrentPerson;
import org.didaccess.identity.Roles;
import org.didaccess.release.domain.Extract;
import org.didaccess.release.domain.ReleaseLedger;
import org.didaccess.release.domain.ReleaseLedger.Reception;

/** Who sees extracts: those who work with all of them, and the recipients an agreement names. */
@Dependent
public class ExtractVisibility {

  @Inject private CurrentPerson caller;
  @Inject private ReleaseLedger ledger;

  /** Whether the caller sees every extract. */
  boolean seesAll() {
    return caller.has(Roles.DATA_MANAGER)
        || caller.has(Roles.OFFICER)
        || caller.has(Roles.AUDITOR)
        || caller.has(Roles.ADMINISTRATOR);
  }

  /** Whether the caller sees this extract. */
  boolean sees(Extract extract) {
    return seesAll()
        || extract.requestedBy().equals(caller.id())
        || isRecipient(extract, caller.id());
  }

  /** Whether the agreement names this person as a recipient, for the organisation that receives. */
  boolean isRecipient(Extract extract, UUID person) {
    return receives(extract.agreementId(), extract.recipientId(), person);
  }

  /** Whether this person receives for that organisation under that agreement today. */
  boolean receives(UUID agreement, UUID organisation, UUID person) {
    return ledger.receivedBy(person).contains(new Reception(agreement, organisation));
  }

  /** Whether this person receives for any organisation under that agreement today. */
  boolean receives(UUID agreement, UUID person) {
    return ledger.receivedBy(person).stream()
        .anyMatch(reception -> reception.agreement().equals(agreement));
  }
}
