package org.didaccess.guard;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.db.rehearsal.CheapSecret;
import org.didaccess.db.rehearsal.RehearsedObjections;

/**
 * A database with people in their seats, founded as the product is: a first administrator by a
 * one-time link, who enrols the rest. Most tests share one; a test that changes what others stand
 * on (successions, leavers, settings of logins) takes a fresh one.
 */
final class GuardWorld {
  static final UUID NHS_ENGLAND = UUID.fromString("0d1d0000-0000-4000-8000-000000000001");
  static final UUID PUBLIC_HEALTH_ENGLAND = UUID.fromString("0d1d0000-0000-4000-8000-000000000002");
  static final UUID UKHSA = UUID.fromString("0d1d0000-0000-4000-8000-000000000003");
  static final UUID DHSC = UUID.fromString("0d1d0000-0000-4000-8000-000000000004");
  static final UUID NHS_ENGLAND_SLOT = UUID.fromString("0d1d0000-0000-4000-8000-000000000011");
  static final UUID PHE_SLOT = UUID.fromString("0d1d0000-0000-4000-8000-000000000012");
  static final UUID EXAMPLETON = UUID.fromString("00000000-0000-4000-8000-00000000e001");
  static final UUID OTHERTON = UUID.fromString("00000000-0000-4000-8000-00000000e002");
  static final String SECRET = "correct horse battery staple";
  static final String RECIPIENT_KEY = "age1exampletonrecipientkey";

  private static GuardWorld shared;

  private final EphemeralDatabase database = EphemeralDatabase.fresh();
  private final Map<String, UUID> people = new ConcurrentHashMap<>();

  private Connection app;

  private GuardWorld() {}

  /** The world that most tests share; Public Health England's successor is recorded. */
  static synchronized GuardWorld shared() throws SQLException {
    if (shared == null) {
      shared = fresh();
    }
    return shared;
  }

  /** A world of one's own, with the successor recorded. */
  static GuardWorld fresh() throws SQLException {
    GuardWorld world = withoutSuccessor();
    world.recordSuccessor(UKHSA);
    return world;
  }

  /** A world of one's own, in which Public Health England's slot still blocks. */
  static GuardWorld withoutSuccessor() throws SQLException {
    GuardWorld world = withoutObjections();
    RehearsedObjections.ofNobody(world.database);
    return world;
  }

  /** A world of one's own, in which in addition no list of objections was ever loaded. */
  static GuardWorld withoutObjections() throws SQLException {
    GuardWorld world = new GuardWorld();
    world.found();
    world.fillSeats();
    SourceRows.into(world);
    return world;
  }

  static LocalDate today() {
    return LocalDate.now(ZoneId.of("Europe/London"));
  }

  EphemeralDatabase database() {
    return database;
  }

  Connection as(String role) throws SQLException {
    return database.connect(role);
  }

  /** The application's own session, kept for speed. */
  private synchronized Connection application() throws SQLException {
    if (app == null) {
      app = as("did_app");
    }
    return app;
  }

  Connection superuser() throws SQLException {
    return database.superuser();
  }

  UUID person(String login) {
    UUID person = people.get(login);
    if (person == null) {
      throw new IllegalArgumentException("nobody is enrolled as " + login);
    }
    return person;
  }

  /** A ticket for an act, got and committed as the application does. */
  UUID ticket(String login, String act, Payload payload) throws SQLException {
    return UUID.fromString(authorise(login, SECRET, act, payload));
  }

  /** The ticket, or null where the secret is wrong. */
  String authorise(String login, String secret, String act, Payload payload) throws SQLException {
    return Sql.one(
        application(), "SELECT guard.authorise(?, ?, ?, ?)", login, secret, act, payload.digest());
  }

  /** A person's act with their own ticket; returns what the guard returns. */
  String act(String login, String act, Payload payload) throws SQLException {
    return redeem(application(), act, ticket(login, act, payload), payload);
  }

  static String redeem(Connection app, String act, UUID ticket, Payload payload)
      throws SQLException {
    return Sql.one(app, "SELECT guard." + act + "(?, ?)::text", ticket, payload.text());
  }

  /** An act that needs no ticket. */
  String close(String call, Object... values) throws SQLException {
    return Sql.one(application(), "SELECT guard." + call + "::text", values);
  }

  /** Looks, or moves time, with rights that nobody has at run time. */
  String asSuperuser(String sql, Object... values) throws SQLException {
    try (Connection superuser = superuser()) {
      return Sql.one(superuser, sql, values);
    }
  }

  /** Gives an invented person the reference that a verified number has in this database's vault. */
  void knownAs(String invented, String number) throws SQLException {
    asSuperuser(
        """
        UPDATE source.did_event SET person_ref = substring(extension.hmac(
          convert_to(source.identity_of(true, ?, NULL, NULL, NULL, NULL), 'UTF8'), s.key, 'sha256') FROM 1 FOR 16)
        FROM vault.secret s WHERE person_ref = decode(md5(?), 'hex') RETURNING 1""",
        number,
        invented);
  }

  UUID enrol(String login, UUID organisation, String unit, String... roles) throws SQLException {
    UUID person = UUID.randomUUID();
    act(
        "alex.admin",
        "enrol",
        Payload.of(
            "person", person,
            "login", login,
            "organisation", organisation,
            "unit", unit,
            "roles", List.of(roles)));
    people.put(login, person);
    CheapSecret.give(database, person, SECRET);
    return person;
  }

  void seat(String login, UUID organisation, String kind) throws SQLException {
    act(
        "alex.admin",
        "grant_seat",
        Payload.of(
            "seat",
            UUID.randomUUID(),
            "person",
            person(login),
            "organisation",
            organisation,
            "kind",
            kind,
            "unit",
            ""));
  }

  void recordSuccessor(UUID... successors) throws SQLException {
    act(
        "olive.officer",
        "record_succession",
        Payload.of(
            "controllership",
            PHE_SLOT,
            "from",
            PUBLIC_HEALTH_ENGLAND,
            "to",
            List.of(successors),
            "effective_on",
            "2021-10-01",
            "evidence",
            "Transfer scheme of 2021"));
  }

  private void found() throws SQLException {
    try (Connection owner = as("did_owner")) {
      String token = Sql.one(owner, "SELECT guard.found('alex.admin')");
      Sql.one(application(), "SELECT guard.set_secret(?, ?)", token, SECRET);
    }
    UUID admin =
        UUID.fromString(asSuperuser("SELECT id FROM ledger.person WHERE login = 'alex.admin'"));
    people.put("alex.admin", admin);
    CheapSecret.give(database, admin, SECRET);
  }

  private void fillSeats() throws SQLException {
    register(EXAMPLETON, "EX1", "University of Exampleton");
    register(OTHERTON, "EX2", "University of Otherton");
    enrol("rosa.researcher", EXAMPLETON, "Imaging");
    enrol("colin.collaborator", EXAMPLETON, "Imaging");
    enrol("sam.signatory", EXAMPLETON, "Registry");
    enrol("olive.officer", NHS_ENGLAND, "Access", "officer");
    enrol("nina.chair", NHS_ENGLAND, "Panel");
    enrol("ned.member", NHS_ENGLAND, "Panel");
    enrol("n.signatory", NHS_ENGLAND, "Legal");
    enrol("ursula.chair", UKHSA, "Panel");
    enrol("u.signatory", UKHSA, "Legal");
    enrol("dana.manager", NHS_ENGLAND, "Data", "data-manager");
    enrol("devin.manager", NHS_ENGLAND, "Data", "data-manager");
    seat("sam.signatory", EXAMPLETON, "signatory");
    seat("nina.chair", NHS_ENGLAND, "chair");
    seat("ned.member", NHS_ENGLAND, "member");
    seat("n.signatory", NHS_ENGLAND, "signatory");
    seat("ursula.chair", UKHSA, "chair");
    seat("u.signatory", UKHSA, "signatory");
  }

  private void register(UUID organisation, String code, String name) throws SQLException {
    act(
        "alex.admin",
        "register_organisation",
        Payload.of("organisation", organisation, "ods_code", code, "name", name));
  }
}
