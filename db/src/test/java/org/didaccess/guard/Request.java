package org.didaccess.guard;

import static org.didaccess.guard.GuardWorld.EXAMPLETON;
import static org.didaccess.guard.GuardWorld.NHS_ENGLAND;
import static org.didaccess.guard.GuardWorld.NHS_ENGLAND_SLOT;
import static org.didaccess.guard.GuardWorld.PHE_SLOT;
import static org.didaccess.guard.GuardWorld.RECIPIENT_KEY;
import static org.didaccess.guard.GuardWorld.UKHSA;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** One request on its way, step by step, each step by the person whose step it is. */
final class Request {
  static final String TEXT = Payload.sha256("the agreement's text");

  final GuardWorld world;
  final UUID application = UUID.randomUUID();
  final UUID agreement = UUID.randomUUID();
  UUID run = UUID.randomUUID();
  String runToken = UUID.randomUUID().toString();
  UUID version = UUID.randomUUID();
  UUID selection = UUID.randomUUID();
  String digest;
  int versionNo = 1;
  String access = "extract";
  String objections;
  LocalDate startsOn = GuardWorld.today();
  List<String> fields = List.of("AGE", "GENDER_CODE", "PERSON_ID");
  List<String> filters = List.of("region=E12000007");
  String level = "row-level";
  String period = "2024-01-01/2024-03-31";
  private String refresh = "once";
  private String linkage = "none";

  private static Request standing;

  private Request(GuardWorld world) {
    this.world = world;
  }

  static Request in(GuardWorld world) {
    return new Request(world);
  }

  /** One ordered run of the shared world, for attacks that leave it as it is. */
  static synchronized Request standing() throws SQLException {
    if (standing == null) {
      standing = in(GuardWorld.shared()).active().ordered();
    }
    return standing;
  }

  Request fields(String... codes) {
    fields = List.of(codes);
    return this;
  }

  Request filters(String... lines) {
    filters = List.of(lines);
    return this;
  }

  Request sde() {
    access = "sde";
    return this;
  }

  /** On what ground objections are not upheld; null where they are. */
  Request objections(String ground) {
    objections = ground;
    return this;
  }

  Request startingOn(LocalDate day) {
    startsOn = day;
    return this;
  }

  /** The rows that the application stores for the selection. */
  Request stored() throws SQLException {
    try (Connection app = world.as("did_app")) {
      String[] days = period.split("/", 2);
      Sql.one(
          app,
          "INSERT INTO app.selection (id, data_set, data_set_version, period_from, period_to, level,"
              + " access_method, linkage, refresh) VALUES (?, 'DID', '1', ?::date, ?::date,"
              + " ?, ?, ?, ?)",
          selection,
          days[0],
          days[1],
          level,
          access,
          linkage,
          refresh);
      for (String field : fields) {
        Sql.one(app, "INSERT INTO app.selection_field VALUES (?, ?)", selection, field);
      }
      for (String filter : filters) {
        String[] parts = filter.split("=", 2);
        Sql.one(
            app,
            "INSERT INTO app.selection_filter VALUES (?, ?, ?)",
            selection,
            parts[0],
            parts[1]);
      }
      Sql.one(app, "INSERT INTO app.selection_recipient VALUES (?, ?)", selection, EXAMPLETON);
      digest = Sql.one(app, "SELECT guard.selection_digest(?)", selection);
    }
    return this;
  }

  Request submitted() throws SQLException {
    stored();
    world.act("rosa.researcher", "submit", submission());
    return this;
  }

  Payload submission() {
    return Payload.of(
        "version", version,
        "application", application,
        "version_no", versionNo,
        "selection", selection,
        "digest", digest,
        "organisation", EXAMPLETON,
        "unit", "Imaging",
        "collaborators", List.of(world.person("colin.collaborator")));
  }

  /** Begins the next version of the same application; choose its fields, then submit it. */
  Request nextVersion() {
    version = UUID.randomUUID();
    selection = UUID.randomUUID();
    versionNo++;
    return this;
  }

  Payload approval(UUID slot) {
    return decision(slot, "approve", Map.of(), List.of());
  }

  /**
   * @param coarser field → the coarser field that it becomes, or an empty text where it is struck
   */
  Payload decision(
      UUID slot, String outcome, Map<String, String> coarser, List<Payload> conditions) {
    List<Payload> outcomes =
        fields.stream().map(field -> fieldOutcome(field, coarser.get(field))).toList();
    return Payload.of(
        "decision", UUID.randomUUID(),
        "version", version,
        "selection", selection,
        "digest", digest,
        "controllership", slot,
        "outcome", outcome,
        "reason", "as discussed by the panel",
        "fields", outcomes,
        "conditions", conditions);
  }

  private static Payload fieldOutcome(String field, String coarser) {
    if (coarser == null) {
      return Payload.of("field", field, "outcome", "approve");
    }
    return coarser.isEmpty()
        ? Payload.of("field", field, "outcome", "strike")
        : Payload.of("field", field, "outcome", "coarsen", "coarser", coarser);
  }

  Request approvedByNhsEngland() throws SQLException {
    world.act("nina.chair", "decide", approval(NHS_ENGLAND_SLOT));
    return this;
  }

  Request approvedByUkhsa() throws SQLException {
    world.act("ursula.chair", "decide", approval(PHE_SLOT));
    return this;
  }

  Request approved() throws SQLException {
    return submitted().approvedByNhsEngland().approvedByUkhsa();
  }

  Request drafted() throws SQLException {
    world.act("olive.officer", "draft_agreement", draft(startsOn, startsOn.plusYears(1)));
    return this;
  }

  Payload draft(LocalDate from, LocalDate to) {
    return Payload.of(
        "agreement", agreement,
        "reference", "DARS-" + agreement,
        "version", version,
        "selection", selection,
        "digest", digest,
        "starts_on", from,
        "ends_on", to,
        "text_sha256", TEXT,
        "objections", objections,
        "parties", parties(),
        "people", people());
  }

  private static List<Payload> parties() {
    return List.of(
        Payload.of("organisation", NHS_ENGLAND, "role", "controller"),
        Payload.of("organisation", UKHSA, "role", "controller"),
        Payload.of("organisation", EXAMPLETON, "role", "applicant"),
        Payload.of("organisation", EXAMPLETON, "role", "recipient"));
  }

  private List<Payload> people() {
    return List.of(
        Payload.of(
            "person",
            world.person("colin.collaborator"),
            "role",
            "recipient",
            "public_key",
            RECIPIENT_KEY),
        Payload.of("person", world.person("rosa.researcher"), "role", "analyst"));
  }

  Payload signature(UUID party) {
    return Payload.of("agreement", agreement, "organisation", party, "text_sha256", TEXT);
  }

  Request signed() throws SQLException {
    world.act("sam.signatory", "sign", signature(EXAMPLETON));
    world.act("n.signatory", "sign", signature(NHS_ENGLAND));
    world.act("u.signatory", "sign", signature(UKHSA));
    return this;
  }

  Request active() throws SQLException {
    return approved().drafted().signed();
  }

  Payload order() {
    return Payload.of(
        "run", run,
        "agreement", agreement,
        "recipient_organisation", EXAMPLETON,
        "recipient_key", "sde".equals(access) ? null : RECIPIENT_KEY,
        "requested_by", world.person("rosa.researcher"),
        "run_token_sha256", Payload.sha256(runToken),
        "kind", access);
  }

  Request ordered() throws SQLException {
    world.act("dana.manager", "order_release", order());
    return this;
  }

  /** Another run under the same agreement, from now on in the place of the one before. */
  Request orderedAgain() throws SQLException {
    run = UUID.randomUUID();
    runToken = UUID.randomUUID().toString();
    return ordered();
  }

  /** A bridge between two agreements. */
  Request bridging(Request one, Request other) {
    linkage = "bridge:" + one.reference() + "+" + other.reference();
    return fields("PERSON_ID").filters();
  }

  /** The agreement's reference. */
  String reference() {
    return "DARS-" + agreement;
  }

  /** For a refresh every month. */
  Request monthly() {
    refresh = "monthly";
    return this;
  }

  /** A session of the release engine that has opened the run. */
  Connection opened() throws SQLException {
    Connection release = world.as("did_release");
    open(release);
    return release;
  }

  void open(Connection release) throws SQLException {
    Sql.one(release, "SELECT guard.open_release(?, ?)", run, runToken);
  }

  Payload publication() {
    return publication(null);
  }

  /**
   * @param accepted how many people may be singled out by what the recipient holds already, or null
   */
  Payload publication(String accepted) {
    return Payload.of(
        "run",
        run,
        "package_sha256",
        Payload.sha256("the package"),
        "accepted_singled_out",
        accepted);
  }

  /** Compares it with what its recipient holds. */
  Request compared() throws SQLException {
    try (Connection release = world.as("did_release")) {
      Sql.one(release, "SELECT guard.compare_release(?, ?)", run, runToken);
    }
    return this;
  }

  /** Published, whoever could be singled out by what else its recipient holds. */
  Request published() throws SQLException {
    compared();
    publish(
        world.asSuperuser(
            "SELECT coalesce(sum(singled_out), 0)::text FROM guard.differences_of(?)", run));
    return this;
  }

  void publish(String accepted) throws SQLException {
    world.act("devin.manager", "publish_release", publication(accepted));
  }

  void suspend() throws SQLException {
    world.close("suspend(?, ?, ?)", agreement, world.person("olive.officer"), "a concern");
  }

  String state() throws SQLException {
    return world.close("agreement_state(?)", agreement);
  }

  List<String> openSlots() throws SQLException {
    try (Connection app = world.as("did_app")) {
      return new ArrayList<>(
          Sql.column(
              app,
              "SELECT reason FROM guard.slot_state(?) WHERE NOT satisfied ORDER BY 1",
              version));
    }
  }

  String fieldList() {
    return fields.stream().sorted().map(String::toLowerCase).collect(Collectors.joining(", "));
  }
}
