package org.didaccess.governance.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.governance.ConditionView;
import org.didaccess.governance.Decide;
import org.didaccess.governance.DecisionView;
import org.didaccess.governance.domain.Words;
import org.didaccess.shared.infrastructure.Database;

/** Reads decisions from the ledger, with their fields and conditions, in three queries. */
@ApplicationScoped
public class DecisionGateway {

  private static final String DECISIONS =
      """
      SELECT d.id, s.application_id, d.version_id, s.version_no, d.controllership_id,
        d.holder_organisation_id, c.name AS controller, h.name AS holder, d.digest, d.outcome, d.reason,
        coalesce(l.name, p.login) AS decided_by, d.at, w.reason AS withdrawn_reason
      FROM ledger.decision d
      JOIN ledger.submission s ON s.version_id = d.version_id
      JOIN ledger.controllership k ON k.id = d.controllership_id
      JOIN ledger.organisation c ON c.id = k.organisation_id
      JOIN ledger.organisation h ON h.id = d.holder_organisation_id
      JOIN ledger.person p ON p.id = d.decided_by
      LEFT JOIN app.person_label l ON l.person_id = d.decided_by
      LEFT JOIN ledger.decision_withdrawn w ON w.decision_id = d.id
      WHERE s.application_id = ? ORDER BY d.entry_id DESC""";
  private static final String FIELDS =
      """
      SELECT f.decision_id, f.field_code, f.outcome, f.coarser_field
      FROM ledger.decision_field f
      JOIN ledger.decision d ON d.id = f.decision_id JOIN ledger.submission s USING (version_id)
      WHERE s.application_id = ? AND f.outcome <> 'approve' ORDER BY f.field_code""";
  private static final String CONDITIONS =
      """
      SELECT c.decision_id, c.id, c.text, c.precedent, m.evidence
      FROM ledger.decision_condition c
      JOIN ledger.decision d ON d.id = c.decision_id JOIN ledger.submission s USING (version_id)
      LEFT JOIN ledger.condition_met m ON m.condition_id = c.id
      WHERE s.application_id = ? ORDER BY c.text, c.id""";
  private static final String APPLICATION_OF_DECISION =
      """
      SELECT s.application_id FROM ledger.decision d JOIN ledger.submission s USING (version_id)
      WHERE d.id = ?""";
  private static final String APPLICATION_OF_CONDITION =
      """
      SELECT s.application_id FROM ledger.decision_condition c
      JOIN ledger.decision d ON d.id = c.decision_id JOIN ledger.submission s USING (version_id)
      WHERE c.id = ?""";

  private final Database database;

  /** For the container's proxy. */
  protected DecisionGateway() {
    this(null);
  }

  /** Over the main database. */
  @Inject
  public DecisionGateway(Database database) {
    this.database = database;
  }

  /** The decisions on an application, the newest first. */
  public List<DecisionView> decisions(UUID application, boolean mayRecordMet) {
    Map<UUID, List<Decide.FieldOutcome>> fields = fields(application);
    Map<UUID, List<ConditionView>> conditions = conditions(application, mayRecordMet);
    return database.list(DECISIONS, row -> decision(row, fields, conditions), application);
  }

  /** The application on which a decision was made. */
  public Optional<UUID> applicationOfDecision(UUID decision) {
    return Optional.ofNullable(database.value(APPLICATION_OF_DECISION, UUID.class, decision));
  }

  /** The application for which a condition was set. */
  public Optional<UUID> applicationOfCondition(UUID condition) {
    return Optional.ofNullable(database.value(APPLICATION_OF_CONDITION, UUID.class, condition));
  }

  private Map<UUID, List<Decide.FieldOutcome>> fields(UUID application) {
    Map<UUID, List<Decide.FieldOutcome>> found = new HashMap<>();
    database.list(
        FIELDS,
        row ->
            found
                .computeIfAbsent(Database.id(row, "decision_id"), first -> new ArrayList<>())
                .add(
                    new Decide.FieldOutcome(
                        row.getString("field_code"),
                        Words.parse(Decide.FieldRuling.class, row.getString("outcome")),
                        row.getString("coarser_field"))),
        application);
    return found;
  }

  private Map<UUID, List<ConditionView>> conditions(UUID application, boolean mayRecordMet) {
    Map<UUID, List<ConditionView>> found = new HashMap<>();
    database.list(
        CONDITIONS,
        row ->
            found
                .computeIfAbsent(Database.id(row, "decision_id"), first -> new ArrayList<>())
                .add(
                    new ConditionView(
                        Database.id(row, "id"),
                        row.getString("text"),
                        row.getBoolean("precedent"),
                        row.getString("evidence"),
                        mayRecordMet && row.getString("evidence") == null)),
        application);
    return found;
  }

  private static DecisionView decision(
      ResultSet row,
      Map<UUID, List<Decide.FieldOutcome>> fields,
      Map<UUID, List<ConditionView>> conditions)
      throws SQLException {
    UUID id = Database.id(row, "id");
    Decide.Outcome outcome = Words.parse(Decide.Outcome.class, row.getString("outcome"));
    return new DecisionView(
        id,
        Database.id(row, "application_id"),
        Database.id(row, "version_id"),
        row.getInt("version_no"),
        Database.id(row, "controllership_id"),
        row.getString("controller"),
        Database.id(row, "holder_organisation_id"),
        row.getString("holder"),
        row.getString("digest"),
        outcome,
        outcome.label(),
        row.getString("reason"),
        row.getString("decided_by"),
        Database.instant(row, "at"),
        row.getString("withdrawn_reason"),
        fields.getOrDefault(id, List.of()),
        conditions.getOrDefault(id, List.of()));
  }
}
