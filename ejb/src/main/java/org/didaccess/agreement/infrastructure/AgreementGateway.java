package org.didaccess.agreement.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.didaccess.agreement.domain.AgreementParty;
import org.didaccess.application.Objections;
import org.didaccess.shared.infrastructure.Database;

/** What the ledger knows of one agreement, and the guard's functions that change it. */
@ApplicationScoped
public class AgreementGateway {

  private static final String PARTIES =
      """
      SELECT p.organisation_id, array_agg(p.party_role ORDER BY p.party_role) AS roles,
        s.person_id, e.at
      FROM ledger.agreement_party p
      LEFT JOIN ledger.signature s USING (agreement_id, organisation_id)
      LEFT JOIN ledger.entry e ON e.id = s.entry_id
      WHERE p.agreement_id = ?
      GROUP BY p.organisation_id, s.person_id, e.at
      ORDER BY min(p.party_role), p.organisation_id""";
  private static final String PEOPLE =
      """
      SELECT person_id, person_role, recipient_public_key FROM ledger.active_agreement_person
      WHERE agreement_id = ? ORDER BY person_role, person_id""";
  private static final String HISTORY =
      """
      SELECT v.kind, v.by, v.reason, e.at
      FROM ledger.agreement_event v JOIN ledger.entry e ON e.id = v.entry_id
      WHERE v.agreement_id = ? ORDER BY v.entry_id""";
  private static final String CONDITIONS =
      """
      SELECT c.text FROM ledger.decision_condition c
      JOIN ledger.decision d ON d.id = c.decision_id
      JOIN ledger.submission s ON s.version_id = d.version_id
      WHERE s.application_id = ? AND d.outcome = 'approve-with-conditions'
        AND NOT EXISTS (SELECT 1 FROM ledger.decision_withdrawn w WHERE w.decision_id = d.id)
      ORDER BY c.id""";
  private static final String HOLDERS =
      "SELECT DISTINCT holder_organisation_id FROM guard.slots(?, ?)";

  private static final String OBJECTIONS =
      "SELECT ground FROM ledger.agreement_objections WHERE agreement_id = ?";

  private final Database database;

  /** For the container's proxy. */
  protected AgreementGateway() {
    this(null);
  }

  /** Over the main database. */
  @Inject
  public AgreementGateway(Database database) {
    this.database = database;
  }

  /** A named person. */
  public record NamedPerson(UUID person, String role, String publicKey) {}

  /** Something that happened to the agreement. */
  public record Happening(String kind, UUID by, String reason, Instant at) {}

  /** The parties with their signatures. */
  public List<AgreementParty> parties(UUID agreement) {
    return database.list(PARTIES, AgreementGateway::party, agreement);
  }

  /** The people named today. */
  public List<NamedPerson> people(UUID agreement) {
    return database.list(
        PEOPLE,
        row ->
            new NamedPerson(
                Database.id(row, "person_id"),
                row.getString("person_role"),
                row.getString("recipient_public_key")),
        agreement);
  }

  /** What happened to it, the oldest first. */
  public List<Happening> history(UUID agreement) {
    return database.list(
        HISTORY,
        row ->
            new Happening(
                row.getString("kind"),
                Database.id(row, "by"),
                row.getString("reason"),
                Database.instant(row, "at")),
        agreement);
  }

  /** The conditions of the approvals that stand. */
  public List<String> conditions(UUID application) {
    return database.list(CONDITIONS, row -> row.getString(1), application);
  }

  /** Who holds the slots of a data set on a day. */
  public List<UUID> controllers(String dataSet, LocalDate day) {
    return database.list(HOLDERS, row -> row.getObject(1, UUID.class), dataSet, day);
  }

  /** What becomes of patients' objections. */
  public Objections objections(UUID agreement) {
    return database
        .first(OBJECTIONS, row -> Objections.ofCode(row.getString("ground")), agreement)
        .orElse(Objections.UPHELD);
  }

  /** What the guard makes of it now, such as {@code active}. */
  public String guardState(UUID agreement) {
    return database.value("SELECT guard.agreement_state(?)", String.class, agreement);
  }

  /** Records the draft. */
  public void draft(UUID ticket, String payload) {
    database.call("SELECT guard.draft_agreement(?, ?)", ticket, payload);
  }

  /** Records a signature. */
  public void sign(UUID ticket, String payload) {
    database.call("SELECT guard.sign(?, ?)", ticket, payload);
  }

  /** Lets it go on. */
  public void resume(UUID ticket, String payload) {
    database.call("SELECT guard.resume(?, ?)", ticket, payload);
  }

  /** Stops it for now, and ends whoever reads under it. */
  public void suspend(UUID agreement, UUID actor, String reason) {
    database.call("SELECT guard.suspend(?, ?, ?)", agreement, actor, reason);
  }

  /** Ends it for cause. */
  public void revoke(UUID agreement, UUID actor, String reason) {
    database.call("SELECT guard.revoke(?, ?, ?)", agreement, actor, reason);
  }

  /** Ends it. */
  public void end(UUID agreement, UUID actor, String reason) {
    database.call("SELECT guard.end_agreement(?, ?, ?)", agreement, actor, reason);
  }

  /** Records that the data were destroyed. */
  public void recordDestruction(UUID agreement, UUID actor, String evidence) {
    database.call("SELECT guard.record_destruction(?, ?, ?)", agreement, actor, evidence);
  }

  private static AgreementParty party(ResultSet row) throws SQLException {
    return new AgreementParty(
        Database.id(row, "organisation_id"),
        Database.texts(row, "roles"),
        Database.id(row, "person_id"),
        Database.instant(row, "at"));
  }
}
