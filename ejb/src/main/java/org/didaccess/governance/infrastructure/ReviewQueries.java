package org.didaccess.governance.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.didaccess.governance.ReviewState;
import org.didaccess.governance.ReviewSummary;
import org.didaccess.governance.TriageItemView;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.shared.StateTable;
import org.didaccess.shared.TurnView;
import org.didaccess.shared.infrastructure.Database;

/** The queues of triage and of the panels. */
@ApplicationScoped
public class ReviewQueries {

  private static final String TRIAGE =
      """
      SELECT a.id, a.version_id, a.reference, a.title, o.name AS organisation, a.status_since,
        a.lock_version, s.data_set
      FROM app.data_access_application a
      JOIN app.selection s ON s.id = a.selection_id
      LEFT JOIN ledger.organisation o ON o.id = a.organisation_id
      WHERE a.status = 'SUBMITTED' ORDER BY a.status_since, a.id LIMIT ? OFFSET ?""";
  private static final String TRIAGE_COUNT =
      "SELECT count(*) FROM app.data_access_application a WHERE a.status = 'SUBMITTED'";
  private static final String MINE =
      """
      FROM app.data_set d
      CROSS JOIN LATERAL guard.slots(d.code, ?) g
      JOIN ledger.organisation c ON c.id = g.organisation_id
      JOIN ledger.organisation h ON h.id = g.holder_organisation_id
      JOIN app.review_slot r ON r.controllership_id = g.controllership_id
      JOIN app.application_version v ON v.id = r.version_id
      JOIN app.data_access_application a ON a.id = v.application_id
      LEFT JOIN ledger.organisation o ON o.id = v.organisation_id
      LEFT JOIN LATERAL (
        SELECT x.outcome, w.decision_id IS NOT NULL AS withdrawn
        FROM ledger.decision x LEFT JOIN ledger.decision_withdrawn w ON w.decision_id = x.id
        WHERE x.version_id = v.id AND x.holder_organisation_id = g.holder_organisation_id
        ORDER BY x.entry_id DESC LIMIT 1) e ON true
      WHERE g.holder_organisation_id = ANY (?)
      """;
  private static final String REVIEWS =
      """
      SELECT v.id AS version_id, r.controllership_id, a.id AS application_id, a.reference, a.title,
        o.name AS organisation, c.name AS controller, h.name AS holder, v.submitted_at,
        g.blocked, e.outcome, e.withdrawn, a.version_id = v.id AND a.status = 'IN_REVIEW' AS under_review
      """
          + MINE
          + " ORDER BY r.opened_at DESC, v.id, r.controllership_id LIMIT ? OFFSET ?";
  private static final String REVIEW_COUNT = "SELECT count(*) " + MINE;
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Database database;
  private final Clock clock;

  /** For the container's proxy. */
  protected ReviewQueries() {
    this(null, null);
  }

  /** Over the main database. */
  @Inject
  public ReviewQueries(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Applications that wait for triage, the longest waiting first; blocked slots by data set. */
  public Page<TriageItemView> triage(
      PageRequest page, Function<String, List<String>> blockedSlots, StateTable.Turn turn) {
    return new Page<>(
        database.list(
            TRIAGE,
            row -> {
              Instant since = Database.instant(row, "status_since");
              return new TriageItemView(
                  Database.id(row, "id"),
                  Database.id(row, "version_id"),
                  row.getString("reference"),
                  row.getString("title"),
                  row.getString("organisation"),
                  since,
                  row.getLong("lock_version"),
                  blockedSlots.apply(row.getString("data_set")),
                  TurnView.of(turn, null, since, clock.instant()));
            },
            page.limit(),
            page.offset()),
        database.count(TRIAGE_COUNT));
  }

  /** Slots that these organisations hold, with the versions sent to them, the newest first. */
  public Page<ReviewSummary> reviews(Set<UUID> holders, PageRequest page) {
    UUID[] ids = holders.toArray(UUID[]::new);
    LocalDate today = LocalDate.now(clock.withZone(LONDON));
    return new Page<>(
        database.list(REVIEWS, ReviewQueries::summary, today, ids, page.limit(), page.offset()),
        database.count(REVIEW_COUNT, today, ids));
  }

  private static ReviewSummary summary(ResultSet row) throws SQLException {
    ReviewState state =
        ReviewState.of(
            row.getBoolean("under_review"),
            row.getBoolean("blocked"),
            row.getBoolean("withdrawn") ? null : row.getString("outcome"));
    return new ReviewSummary(
        Database.id(row, "version_id"),
        Database.id(row, "controllership_id"),
        Database.id(row, "application_id"),
        row.getString("reference"),
        row.getString("title"),
        row.getString("organisation"),
        row.getString("controller"),
        row.getString("holder"),
        Database.instant(row, "submitted_at"),
        state,
        state.label());
  }
}
