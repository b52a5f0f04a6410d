package org.didaccess.identity.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.identity.OrganisationView;
import org.didaccess.identity.PersonSummary;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.shared.infrastructure.Database;

/** Accounts, roles and seats through the guard, and labels beside them. */
@ApplicationScoped
public class PeopleGateway {

  private static final String ACCOUNT =
      """
      SELECT p.id, p.login, coalesce(l.name, p.login) AS name, l.email,
        EXISTS (SELECT 1 FROM ledger.person_end e WHERE e.person_id = p.id) AS ended,
        ARRAY(SELECT r.role FROM ledger.active_role r WHERE r.person_id = p.id ORDER BY r.role) AS roles
      FROM ledger.person p LEFT JOIN app.person_label l ON l.person_id = p.id
      """;
  private static final String BY_ID = ACCOUNT + "WHERE p.id = ?";
  private static final String BEGINS =
      "WHERE starts_with(p.login, lower(?)) OR starts_with(lower(l.name), lower(?))";
  private static final String BY_NAME = ACCOUNT + BEGINS + " ORDER BY 3, 1 LIMIT ? OFFSET ?";
  private static final String COUNT =
      "SELECT count(*) FROM ledger.person p LEFT JOIN app.person_label l ON l.person_id = p.id "
          + BEGINS;
  private static final String SUMMARIES =
      """
      SELECT p.person_id AS id, coalesce(l.name, p.login) AS name,
        (SELECT min(o.name) FROM ledger.active_membership m
           JOIN ledger.organisation o ON o.id = m.organisation_id
           WHERE m.person_id = p.person_id) AS organisation
      FROM ledger.active_person p LEFT JOIN app.person_label l ON l.person_id = p.person_id
      """
          + BEGINS
          + " ORDER BY 2, 1 LIMIT ? OFFSET ?";
  private static final String SUMMARY_COUNT =
      "SELECT count(*) FROM ledger.active_person p"
          + " LEFT JOIN app.person_label l ON l.person_id = p.person_id "
          + BEGINS;
  private static final String ORGANISATIONS =
      """
      SELECT o.id, o.ods_code, o.name, e.ended_on
      FROM ledger.organisation o LEFT JOIN ledger.organisation_end e ON e.organisation_id = o.id
      ORDER BY o.name, o.id LIMIT ? OFFSET ?""";
  private static final String LABEL =
      """
      INSERT INTO app.person_label (person_id, name, email) VALUES (?, ?, ?)
      ON CONFLICT (person_id) DO UPDATE SET name = EXCLUDED.name, email = EXCLUDED.email""";

  private final Database database;

  /** For the container's proxy. */
  protected PeopleGateway() {
    this(null);
  }

  /** Over the main database. */
  @Inject
  public PeopleGateway(Database database) {
    this.database = database;
  }

  /** An account without what belongs to it. */
  public record Account(
      UUID id, String login, String name, String email, boolean ended, List<String> roles) {}

  /** The account, if there is one. */
  public Optional<Account> account(UUID id) {
    return database.first(BY_ID, PeopleGateway::account, id);
  }

  /** Accounts whose name or login begins with the text. */
  public Page<Account> accounts(PageRequest page, String startsWith) {
    return new Page<>(
        database.list(
            BY_NAME, PeopleGateway::account, startsWith, startsWith, page.limit(), page.offset()),
        database.count(COUNT, startsWith, startsWith));
  }

  /** People in service whose name or login begins with the text. */
  public Page<PersonSummary> summaries(PageRequest page, String startsWith) {
    return new Page<>(
        database.list(
            SUMMARIES, JdbcDirectory::person, startsWith, startsWith, page.limit(), page.offset()),
        database.count(SUMMARY_COUNT, startsWith, startsWith));
  }

  /** Organisations by name. */
  public Page<OrganisationView> organisations(PageRequest page) {
    return new Page<>(
        database.list(ORGANISATIONS, JdbcDirectory::organisation, page.limit(), page.offset()),
        database.count("SELECT count(*) FROM ledger.organisation"));
  }

  /** Enrols a person; gives the one-time token. */
  public String enrol(UUID ticket, String payload) {
    return database.value("SELECT guard.enrol(?, ?)", String.class, ticket, payload);
  }

  /** Keeps how a person is called. */
  public void label(UUID person, String name, String email) {
    database.update(LABEL, person, name, email);
  }

  /** Registers an organisation. */
  public void registerOrganisation(UUID ticket, String payload) {
    database.call("SELECT guard.register_organisation(?, ?)", ticket, payload);
  }

  /** Gives a role. */
  public void grantRole(UUID ticket, String payload) {
    database.call("SELECT guard.grant_role(?, ?)", ticket, payload);
  }

  /** Gives a seat. */
  public void grantSeat(UUID ticket, String payload) {
    database.call("SELECT guard.grant_seat(?, ?)", ticket, payload);
  }

  /** Gives a one-time token for a new secret. */
  public String issueReset(UUID ticket, String payload) {
    return database.value("SELECT guard.issue_reset(?, ?)", String.class, ticket, payload);
  }

  /** Takes a role away. */
  public void endRole(UUID person, String role, UUID actor) {
    database.call("SELECT guard.end_role(?, ?, ?)", person, role, actor);
  }

  /** Takes a seat away. */
  public void endSeat(UUID seat, UUID actor) {
    database.call("SELECT guard.end_seat(?, ?)", seat, actor);
  }

  /** Ends an account. */
  public void endPerson(UUID person, UUID actor) {
    database.call("SELECT guard.end_person(?, ?)", person, actor);
  }

  /** Sets a secret by a one-time token. */
  public void setSecret(String token, String secret) {
    database.call("SELECT guard.set_secret(?, ?)", token, secret);
  }

  /** Changes a secret; false where the old one is wrong. */
  public boolean changeSecret(String login, String oldSecret, String newSecret) {
    return database.value(
            "SELECT guard.change_secret(?, ?, ?)", UUID.class, login, oldSecret, newSecret)
        != null;
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        Database.id(row, "id"),
        row.getString("login"),
        row.getString("name"),
        row.getString("email"),
        row.getBoolean("ended"),
        Database.texts(row, "roles"));
  }
}
