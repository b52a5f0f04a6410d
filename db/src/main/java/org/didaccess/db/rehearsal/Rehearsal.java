package org.didaccess.db.rehearsal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.didaccess.db.EphemeralDatabase;

/** A throw-away database with invented people in every seat that a release needs. */
public final class Rehearsal {

  static final UUID NHS_ENGLAND = UUID.fromString("0d1d0000-0000-4000-8000-000000000001");
  static final UUID PUBLIC_HEALTH_ENGLAND = UUID.fromString("0d1d0000-0000-4000-8000-000000000002");
  static final UUID UKHSA = UUID.fromString("0d1d0000-0000-4000-8000-000000000003");
  static final UUID FIRST_SLOT = UUID.fromString("0d1d0000-0000-4000-8000-000000000011");
  static final UUID SECOND_SLOT = UUID.fromString("0d1d0000-0000-4000-8000-000000000012");
  static final UUID EXAMPLETON = UUID.fromString("00000000-0000-4000-8000-00000000e001");

  private static final String SECRET = "an invented pass phrase";

  private final EphemeralDatabase database;
  private final Map<String, UUID> people = new HashMap<>();

  private Rehearsal(EphemeralDatabase database) {
    this.database = database;
  }

  /** Founds the database and fills the seats. */
  public static Rehearsal in(EphemeralDatabase database) throws SQLException {
    Rehearsal rehearsal = new Rehearsal(database);
    rehearsal.found();
    rehearsal.fillSeats();
    RehearsedObjections.ofNobody(database);
    return rehearsal;
  }

  /** The database. */
  public EphemeralDatabase database() {
    return database;
  }

  /** An agreement on these terms, applied for, decided by both controllers and signed by all. */
  public RehearsedAgreement agreement(Terms terms) throws SQLException {
    return RehearsedAgreement.reached(this, terms);
  }

  /** Withdraws a submission of so many rows, as a data manager. */
  public void withdraw(long submission, long rows) throws SQLException {
    one(
        "did_app",
        "SELECT count(*) FROM guard.withdraw_submission(?, ?, 'sent by mistake', ?)",
        submission,
        person("dana.manager"),
        rows);
  }

  /** Who signs in by this name. */
  public UUID person(String login) {
    return people.get(login);
  }

  /** An act with a ticket of the person's own; gives what the guard gives. */
  String act(String login, String act, Act payload) throws SQLException {
    String text = payload.toString();
    String ticket =
        one("did_app", "SELECT guard.authorise(?, ?, ?, ?)", login, SECRET, act, Act.sha256(text));
    return one("did_app", "SELECT guard." + act + "(?::uuid, ?)::text", ticket, text);
  }

  /** The first value that a statement gives as one of the product's logins, or null. */
  String one(String role, String sql, Object... values) throws SQLException {
    try (Connection connection = database.connect(role);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      if (!statement.execute()) {
        return null;
      }
      try (ResultSet rows = statement.getResultSet()) {
        return rows.next() ? rows.getString(1) : null;
      }
    }
  }

  private void found() throws SQLException {
    String token = one("did_owner", "SELECT guard.found('alex.admin')");
    String person = one("did_app", "SELECT guard.set_secret(?, ?)::text", token, SECRET);
    CheapSecret.give(database, UUID.fromString(person), SECRET);
  }

  private void fillSeats() throws SQLException {
    act(
        "alex.admin",
        "register_organisation",
        new Act()
            .with("organisation", EXAMPLETON)
            .with("ods_code", "EX1")
            .with("name", "University of Exampleton"));
    enrol("rosa.researcher", EXAMPLETON, "Imaging", List.of());
    enrol("colin.collaborator", EXAMPLETON, "Imaging", List.of());
    enrol("sam.signatory", EXAMPLETON, "Registry", List.of());
    enrol("olive.officer", NHS_ENGLAND, "Access", List.of("officer"));
    enrol("nina.chair", NHS_ENGLAND, "Panel", List.of());
    enrol("n.signatory", NHS_ENGLAND, "Legal", List.of());
    enrol("ursula.chair", UKHSA, "Panel", List.of());
    enrol("u.signatory", UKHSA, "Legal", List.of());
    enrol("dana.manager", NHS_ENGLAND, "Data", List.of("data-manager"));
    enrol("devin.manager", NHS_ENGLAND, "Data", List.of("data-manager"));
    seat("sam.signatory", EXAMPLETON, "signatory");
    seat("nina.chair", NHS_ENGLAND, "chair");
    seat("n.signatory", NHS_ENGLAND, "signatory");
    seat("ursula.chair", UKHSA, "chair");
    seat("u.signatory", UKHSA, "signatory");
    act(
        "olive.officer",
        "record_succession",
        new Act()
            .with("controllership", SECOND_SLOT)
            .with("from", PUBLIC_HEALTH_ENGLAND)
            .with("to", List.of(UKHSA))
            .with("effective_on", "2021-10-01")
            .with("evidence", "Invented transfer scheme"));
  }

  private void enrol(String login, UUID organisation, String unit, List<String> roles)
      throws SQLException {
    UUID person = UUID.randomUUID();
    people.put(login, person);
    act(
        "alex.admin",
        "enrol",
        new Act()
            .with("person", person)
            .with("login", login)
            .with("organisation", organisation)
            .with("unit", unit)
            .with("roles", roles));
    CheapSecret.give(database, person, SECRET);
  }

  private void seat(String login, UUID organisation, String kind) throws SQLException {
    act(
        "alex.admin",
        "grant_seat",
        new Act()
            .with("seat", UUID.randomUUID())
            .with("person", person(login))
            .with("organisation", organisation)
            .with("kind", kind)
            .with("unit", ""));
  }
}
