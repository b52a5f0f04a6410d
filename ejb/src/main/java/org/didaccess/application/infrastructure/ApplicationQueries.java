package org.didaccess.application.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.didaccess.application.ApplicationStatus;
import org.didaccess.application.ApplicationSummary;
import org.didaccess.application.domain.ApplicationTransitions;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.shared.TurnView;
import org.didaccess.shared.infrastructure.Database;

/** The lists of applications: paged, indexed, one query a page. */
@ApplicationScoped
public class ApplicationQueries {

  private static final String SUMMARY =
      """
      SELECT a.id, a.reference, a.title, a.status, o.name AS organisation, a.changed_at, a.status_since
      FROM app.data_access_application a
      LEFT JOIN ledger.organisation o ON o.id = a.organisation_id
      """;
  private static final String OWN =
      """
      WHERE a.applicant_id = ? OR a.id IN (
        SELECT c.application_id FROM app.application_collaborator c WHERE c.person_id = ?)
      """;
  private static final String SUBMITTED = "WHERE a.version_number > 0 AND a.status = ANY (?) ";
  private static final String NEWEST = "ORDER BY a.changed_at DESC, a.id LIMIT ? OFFSET ?";
  private static final String IDS = "SELECT a.id FROM app.data_access_application a ";
  private static final String COUNT = "SELECT count(*) FROM app.data_access_application a ";
  private static final String OPEN_SLOT =
      """
      INSERT INTO app.review_slot (version_id, controllership_id, opened_at) VALUES (?, ?, ?)
      ON CONFLICT DO NOTHING""";

  private final Database database;
  private final Clock clock;

  /** For the container's proxy. */
  protected ApplicationQueries() {
    this(null, null);
  }

  /** Over the main database. */
  @Inject
  public ApplicationQueries(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Applications of which the person is applicant or collaborator. */
  public Page<ApplicationSummary> own(UUID person, PageRequest page) {
    return new Page<>(
        database.list(
            SUMMARY + OWN + NEWEST, this::summary, person, person, page.limit(), page.offset()),
        database.count(COUNT + OWN, person, person));
  }

  /** Ids of the applications of which the person is applicant or collaborator. */
  public List<UUID> idsOf(UUID person) {
    return database.list(IDS + OWN, row -> Database.id(row, "id"), person, person);
  }

  /** Applications that were ever submitted, of these statuses. */
  public Page<ApplicationSummary> submitted(Set<ApplicationStatus> statuses, PageRequest page) {
    String[] names = statuses.stream().map(Enum::name).toArray(String[]::new);
    return new Page<>(
        database.list(
            SUMMARY + SUBMITTED + NEWEST, this::summary, names, page.limit(), page.offset()),
        database.count(COUNT + SUBMITTED, (Object) names));
  }

  /** Remembers that a version was sent to a slot. */
  public void openSlot(UUID version, UUID controllership) {
    database.update(OPEN_SLOT, version, controllership, clock.instant());
  }

  private ApplicationSummary summary(ResultSet row) throws SQLException {
    ApplicationStatus status = ApplicationStatus.valueOf(row.getString("status"));
    Instant since = Database.instant(row, "status_since");
    return new ApplicationSummary(
        Database.id(row, "id"),
        row.getString("reference"),
        row.getString("title"),
        status,
        status.label(),
        row.getString("organisation"),
        Database.instant(row, "changed_at"),
        TurnView.of(ApplicationTransitions.TABLE.turn(status), null, since, clock.instant()));
  }
}
