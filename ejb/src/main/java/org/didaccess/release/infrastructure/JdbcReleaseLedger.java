package org.didaccess.release.infrastructure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.didaccess.release.HandledObjections;
import org.didaccess.release.bag.FieldNames;
import org.didaccess.release.bag.ReleaseProof;
import org.didaccess.release.domain.ReleaseLedger;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.infrastructure.Database;

/** Reads the ledger as the application's login may. */
public final class JdbcReleaseLedger implements ReleaseLedger {

  /**
   * One agreement may have several recipients, and nobody acts for one that they do not belong to.
   */
  private static final String RECEPTIONS =
      """
      SELECT DISTINCT n.agreement_id, m.organisation_id
      FROM ledger.active_agreement_person n
      JOIN ledger.active_membership m ON m.person_id = n.person_id
      JOIN ledger.agreement_party p ON p.agreement_id = n.agreement_id
        AND p.organisation_id = m.organisation_id AND p.party_role = 'recipient'
      WHERE n.person_id = ? AND n.person_role = 'recipient'""";

  private final Database database;

  /** Over the main datasource. */
  public JdbcReleaseLedger(DataSource source) {
    this.database = new Database(source);
  }

  @Override
  public ReleaseProof proof(UUID run, HandledObjections objections, String checkpoint) {
    Order order = order(run);
    return new ReleaseProof(
        run,
        order.preparedBy(),
        order.recipient(),
        order.agreement(),
        order.selection(),
        decisions(order.version()),
        coarserThan(subject(order)),
        signatures(order.agreement().id()),
        objections,
        checkpoint,
        database.first("SELECT guard.fingerprint()", rows -> rows.getString(1)).orElse(""));
  }

  @Override
  public RunSubject subject(UUID run) {
    return subject(order(run));
  }

  private static RunSubject subject(Order order) {
    List<String> lines = order.selection().text().lines().toList();
    return new RunSubject(
        value(lines.get(1)),
        value(lines.get(2)),
        order.agreement().reference(),
        order.recipient(),
        lines.contains("field=" + FieldNames.RECORD));
  }

  private Map<String, List<String>> coarserThan(RunSubject subject) {
    Map<String, List<String>> coarser = new HashMap<>();
    database.list(
        """
        SELECT field_code, coarser_than FROM ledger.field_column
        WHERE data_set = ? AND version = ? AND cardinality(coarser_than) > 0
        """,
        rows -> coarser.put(rows.getString("field_code"), Database.texts(rows, "coarser_than")),
        subject.dataSet(),
        subject.version());
    return coarser;
  }

  @Override
  public List<Recipient> recipients() {
    return database.list(
        """
        SELECT a.id AS agreement, a.reference, r.id AS organisation, r.name
        FROM (SELECT DISTINCT agreement_id, recipient_organisation_id FROM ledger.release_order) o
        JOIN ledger.agreement a ON a.id = o.agreement_id
        JOIN ledger.organisation r ON r.id = o.recipient_organisation_id
        ORDER BY a.reference, r.name
        """,
        rows ->
            new Recipient(
                Database.id(rows, "agreement"),
                rows.getString("reference"),
                Database.id(rows, "organisation"),
                rows.getString("name")));
  }

  @Override
  public List<UUID> agreementsOf(UUID run) {
    return database.list(
        """
        SELECT a.id FROM ledger.release_order o
        CROSS JOIN LATERAL substring(
          guard.selection_text(o.selection_id) FROM '\\nlinkage=bridge:([^\\n]+)') AS bridged
        JOIN ledger.agreement a
          ON a.id = o.agreement_id OR a.reference = ANY (string_to_array(bridged, '+'))
        WHERE o.run_id = ?
        """,
        rows -> Database.id(rows, "id"),
        run);
  }

  @Override
  public List<Reception> receivedBy(UUID person) {
    return database.list(
        RECEPTIONS,
        rows ->
            new Reception(Database.id(rows, "agreement_id"), Database.id(rows, "organisation_id")),
        person);
  }

  @Override
  public List<UUID> runsReceivedBy(UUID person) {
    return database.list(
        "SELECT o.run_id FROM ledger.release_order o JOIN ("
            + RECEPTIONS
            + ") r ON r.agreement_id = o.agreement_id"
            + " AND r.organisation_id = o.recipient_organisation_id",
        rows -> Database.id(rows, "run_id"),
        person);
  }

  @Override
  public List<UUID> destroyedAmong(Collection<UUID> agreements) {
    return database.list(
        """
        SELECT DISTINCT agreement_id FROM ledger.agreement_event
        WHERE kind = 'destroyed' AND agreement_id = ANY (?)
        """,
        rows -> Database.id(rows, "agreement_id"),
        (Object) agreements.toArray(UUID[]::new));
  }

  @Override
  public String organisationName(UUID organisation) {
    return name("SELECT name FROM ledger.organisation WHERE id = ?", organisation);
  }

  private String name(String query, UUID id) {
    return database.first(query, rows -> rows.getString(1), id).orElse("");
  }

  private Order order(UUID run) {
    return database
        .first(
            """
            SELECT o.prepared_by, o.recipient_organisation_id, a.id, a.reference, a.version_id, a.starts_on,
                   a.ends_on, a.text_sha256, guard.selection_text(o.selection_id) AS text, o.digest
            FROM ledger.release_order o JOIN ledger.agreement a ON a.id = o.agreement_id
            WHERE o.run_id = ?
            """,
            JdbcReleaseLedger::readOrder,
            run)
        .orElseThrow(() -> new NotFound("release"));
  }

  private static Order readOrder(ResultSet rows) throws SQLException {
    return new Order(
        Database.id(rows, "prepared_by"),
        Database.id(rows, "recipient_organisation_id"),
        Database.id(rows, "version_id"),
        new ReleaseProof.Agreement(
            Database.id(rows, "id"),
            rows.getString("reference"),
            rows.getObject("starts_on", LocalDate.class),
            rows.getObject("ends_on", LocalDate.class),
            rows.getString("text_sha256")),
        new ReleaseProof.Selection(rows.getString("text"), rows.getString("digest")));
  }

  private List<ReleaseProof.Decision> decisions(UUID version) {
    return database.list(
        """
        SELECT d.id, d.controllership_id, d.holder_organisation_id, d.outcome, d.decided_by, d.at,
               guard.selection_text(d.selection_id) AS text, d.digest
        FROM ledger.decision d
        WHERE d.id IN (SELECT s.decision_id FROM guard.slot_state(?) s WHERE s.satisfied)
        ORDER BY d.controllership_id, d.id
        """,
        this::readDecision,
        version);
  }

  private ReleaseProof.Decision readDecision(ResultSet rows) throws SQLException {
    UUID decision = Database.id(rows, "id");
    return new ReleaseProof.Decision(
        decision,
        Database.id(rows, "controllership_id"),
        Database.id(rows, "holder_organisation_id"),
        rows.getString("outcome"),
        Database.id(rows, "decided_by"),
        Database.instant(rows, "at"),
        new ReleaseProof.Selection(rows.getString("text"), rows.getString("digest")),
        outcomes(decision));
  }

  private List<ReleaseProof.FieldOutcome> outcomes(UUID decision) {
    return database.list(
        """
        SELECT field_code, outcome, coarser_field FROM ledger.decision_field
        WHERE decision_id = ? ORDER BY field_code
        """,
        rows ->
            new ReleaseProof.FieldOutcome(
                rows.getString("field_code"),
                rows.getString("outcome"),
                rows.getString("coarser_field")),
        decision);
  }

  private List<ReleaseProof.AgreementSignature> signatures(UUID agreement) {
    return database.list(
        """
        SELECT s.organisation_id, s.person_id, s.text_sha256, e.at
        FROM ledger.signature s JOIN ledger.entry e ON e.id = s.entry_id
        WHERE s.agreement_id = ? ORDER BY s.organisation_id
        """,
        rows ->
            new ReleaseProof.AgreementSignature(
                Database.id(rows, "organisation_id"),
                Database.id(rows, "person_id"),
                rows.getString("text_sha256"),
                Database.instant(rows, "at")),
        agreement);
  }

  private static String value(String line) {
    return line.substring(line.indexOf('=') + 1);
  }

  private record Order(
      UUID preparedBy,
      UUID recipient,
      UUID version,
      ReleaseProof.Agreement agreement,
      ReleaseProof.Selection selection) {}
}
