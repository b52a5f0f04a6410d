package org.didaccess.source.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.shared.infrastructure.Database;
import org.didaccess.source.WithdrawSubmission;
import org.didaccess.source.Withdrawal;
import org.didaccess.source.WithdrawnRows;
import org.didaccess.source.application.Withdrawals;

/** Withdrawals through the guard, on the main datasource. */
@ApplicationScoped
public class JdbcWithdrawals implements Withdrawals, WithdrawnRows {

  private static final String WITHDRAW =
      "SELECT count(*) FROM guard.withdraw_submission(?, ?, ?, ?)";

  private static final String FIND =
      """
      SELECT submission_id, reason, withdrawn_at, withdrawn_rows
      FROM source.withdrawal WHERE submission_id = ?""";

  private static final String HOLDERS =
      """
      SELECT w.run_id, o.kind, o.agreement_id, a.reference, r.name, w.held_rows
      FROM source.withdrawn_release w
      JOIN ledger.release_order o ON o.run_id = w.run_id
      JOIN ledger.agreement a ON a.id = o.agreement_id
      JOIN ledger.organisation r ON r.id = o.recipient_organisation_id
      WHERE w.submission_id = ? ORDER BY o.at, o.run_id""";

  private static final String HELD =
      """
      SELECT coalesce(sum(held_rows), 0)::bigint FROM source.withdrawn_release WHERE run_id = ?""";

  private static final String REASONS =
      """
      SELECT w.reason FROM source.withdrawn_release r JOIN source.withdrawal w USING (submission_id)
      WHERE r.run_id = ? ORDER BY w.withdrawn_at DESC""";

  private final Database database;

  /** For the container's proxy. */
  protected JdbcWithdrawals() {
    this(null);
  }

  /** Over the main database. */
  @Inject
  public JdbcWithdrawals(Database database) {
    this.database = database;
  }

  @Override
  public void withdraw(WithdrawSubmission command, UUID person) {
    database.call(WITHDRAW, command.submission(), person, command.reason(), command.rows());
  }

  @Override
  public Optional<Withdrawal> find(long submission) {
    return database.first(
        FIND,
        row ->
            new Withdrawal(
                row.getLong("submission_id"),
                row.getString("reason"),
                Database.instant(row, "withdrawn_at"),
                row.getLong("withdrawn_rows"),
                holders(submission)),
        submission);
  }

  @Override
  public long heldBy(UUID run) {
    return database.count(HELD, run);
  }

  @Override
  public List<String> reasons(UUID run) {
    return database.list(REASONS, row -> row.getString(1), run);
  }

  private List<Withdrawal.Holder> holders(long submission) {
    return database.list(
        HOLDERS,
        row ->
            new Withdrawal.Holder(
                Database.id(row, "run_id"),
                row.getString("kind"),
                Database.id(row, "agreement_id"),
                row.getString("reference"),
                row.getString("name"),
                row.getLong("held_rows")),
        submission);
  }
}
