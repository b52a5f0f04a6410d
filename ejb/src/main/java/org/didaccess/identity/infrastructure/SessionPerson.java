package org.didaccess.identity.infrastructure;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.didaccess.identity.CurrentPerson;
import org.didaccess.shared.NotPermitted;
import org.didaccess.shared.infrastructure.Database;

/** The caller as the server's security domain knows them; the id comes from the ledger. */
@Stateless
@PermitAll
public class SessionPerson implements CurrentPerson {

  private static final String ID = "SELECT id FROM ledger.person WHERE login = ?";

  @Resource private SessionContext session;

  @Inject private Database database;

  @Override
  public UUID id() {
    UUID id = database.value(ID, UUID.class, login());
    if (id == null) {
      throw new NotPermitted("signed-out", "You are not signed in. Sign in and try again.");
    }
    return id;
  }

  @Override
  public String login() {
    return session.getCallerPrincipal().getName();
  }

  @Override
  public boolean has(String role) {
    return session.isCallerInRole(role);
  }
}
