package org.didaccess.application.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.didaccess.application.AllowedField;
import org.didaccess.application.ApprovalState;
import org.didaccess.application.SlotState;
import org.didaccess.shared.infrastructure.Database;

/** Submission and its state through the guard. */
@ApplicationScoped
public class GuardSubmissions implements ApprovalState {

  private static final String SLOTS =
      """
      SELECT controllership_id, holder_organisation_id, satisfied, blocked, decision_id, reason
      FROM guard.slot_state(?)""";
  private static final String FIELDS =
      "SELECT field_code, outcome, coarser_field FROM guard.effective_fields(?)";

  private final Database database;

  /** For the container's proxy. */
  protected GuardSubmissions() {
    this(null);
  }

  /** Over the main database. */
  @Inject
  public GuardSubmissions(Database database) {
    this.database = database;
  }

  /** Submits a version. */
  public void submit(UUID ticket, String payload) {
    database.call("SELECT guard.submit(?, ?)", ticket, payload);
  }

  /** Takes every version of an application back. */
  public void withdraw(UUID application, UUID actor) {
    database.call("SELECT guard.withdraw_submission(?, ?)", application, actor);
  }

  @Override
  public List<SlotState> slots(UUID version) {
    return database.list(
        SLOTS,
        row ->
            new SlotState(
                Database.id(row, "controllership_id"),
                Database.id(row, "holder_organisation_id"),
                row.getBoolean("satisfied"),
                row.getBoolean("blocked"),
                Database.id(row, "decision_id"),
                row.getString("reason")),
        version);
  }

  @Override
  public List<AllowedField> allowedFields(UUID version) {
    return database.list(
        FIELDS,
        row ->
            new AllowedField(
                row.getString("field_code"),
                row.getString("outcome"),
                row.getString("coarser_field")),
        version);
  }
}
