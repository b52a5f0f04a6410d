package org.didaccess.sde.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.sde.domain.Entitlement;
import org.didaccess.sde.domain.SdeGuard;
import org.didaccess.shared.Payload;
import org.didaccess.shared.infrastructure.Database;

/** Calls the guard's functions and reads its ledger, in the caller's transaction. */
@ApplicationScoped
public class JdbcSdeGuard implements SdeGuard {

  private final Database database;

  /** For the container's proxy. */
  protected JdbcSdeGuard() {
    this(null);
  }

  /** Over the main database. */
  @Inject
  public JdbcSdeGuard(Database database) {
    this.database = database;
  }

  @Override
  public void order(UUID ticket, String payload) {
    database.call("SELECT guard.order_release(?, ?)", ticket, payload);
  }

  @Override
  public void recall(UUID run, UUID actor, String reason) {
    database.call("SELECT guard.recall_release(?, ?, ?)", run, actor, reason);
  }

  @Override
  public Optional<String> databaseOf(UUID agreement) {
    return database.first(
        "SELECT database_name FROM ledger.workspace WHERE agreement_id = ?",
        row -> row.getString(1),
        agreement);
  }

  @Override
  public void registerDatabase(UUID agreement, String name) {
    String payload = new Payload().with("agreement", agreement).with("database_name", name).text();
    database.call("SELECT guard.register_workspace(?)", payload);
  }

  @Override
  public Map<UUID, String> loginsOf(UUID agreement) {
    Map<UUID, String> logins = new HashMap<>();
    database.list(
        "SELECT person_id, role_name FROM ledger.workspace_role WHERE agreement_id = ?",
        row -> logins.put(Database.id(row, "person_id"), row.getString("role_name")),
        agreement);
    return logins;
  }

  @Override
  public void registerLogin(UUID agreement, UUID person, String name) {
    String payload =
        new Payload()
            .with("agreement", agreement)
            .with("person", person)
            .with("role_name", name)
            .text();
    database.call("SELECT guard.register_sde_role(?)", payload);
  }

  @Override
  public List<UUID> analystsOf(UUID agreement) {
    return database.list(
        "SELECT person_id FROM ledger.active_agreement_person"
            + " WHERE agreement_id = ? AND person_role = 'analyst' ORDER BY person_id",
        row -> Database.id(row, "person_id"),
        agreement);
  }

  @Override
  public List<UUID> agreementsOfAnalyst(UUID person) {
    return database.list(
        "SELECT agreement_id FROM ledger.active_agreement_person"
            + " WHERE person_id = ? AND person_role = 'analyst'",
        row -> Database.id(row, "agreement_id"),
        person);
  }

  @Override
  public LocalDate endOf(UUID agreement) {
    return database.value(
        "SELECT ends_on FROM ledger.agreement WHERE id = ?", LocalDate.class, agreement);
  }

  @Override
  public String referenceOf(UUID agreement) {
    return database.value(
        "SELECT reference FROM ledger.agreement WHERE id = ?", String.class, agreement);
  }

  @Override
  public String agreementState(UUID agreement) {
    return database.value("SELECT guard.agreement_state(?)", String.class, agreement);
  }

  @Override
  public List<Entitlement> entitlements() {
    return database.list(JdbcEntitlements.ENTITLEMENTS, JdbcEntitlements::entitlement);
  }
}
