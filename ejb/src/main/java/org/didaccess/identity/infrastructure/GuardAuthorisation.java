package org.didaccess.identity.infrastructure;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.didaccess.identity.Authorisation;
import org.didaccess.identity.Confirmation;
import org.didaccess.identity.CurrentPerson;
import org.didaccess.shared.Sha256;
import org.didaccess.shared.WrongSecret;
import org.didaccess.shared.infrastructure.Database;

/**
 * Asks the guard for tickets, each in a transaction of its own: the guard counts a failed attempt
 * where no rollback of the act can take it back, and a ticket must be there before its act.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class GuardAuthorisation implements Authorisation {

  private static final String AUTHORISE = "SELECT guard.authorise(?, ?, ?, ?)";

  private final Database database;
  private final CurrentPerson caller;

  /** For the container's proxy. */
  protected GuardAuthorisation() {
    this(null, null);
  }

  /** Over the main database, for the present caller. */
  @Inject
  public GuardAuthorisation(Database database, CurrentPerson caller) {
    this.database = database;
    this.caller = caller;
  }

  @Override
  public UUID ticket(String act, String payload, Confirmation confirmation) {
    UUID ticket =
        database.value(
            AUTHORISE,
            UUID.class,
            caller.login(),
            Confirmation.required(confirmation).secret(),
            act,
            Sha256.hex(payload));
    if (ticket == null) {
      throw new WrongSecret();
    }
    return ticket;
  }
}
