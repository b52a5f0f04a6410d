package org.didaccess.agreement.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.didaccess.agreement.AgreementStatus;
import org.didaccess.agreement.AgreementSummary;
import org.didaccess.agreement.domain.AgreementTransitions;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.shared.StateTable;
import org.didaccess.shared.TurnView;
import org.didaccess.shared.infrastructure.Database;

/** The list of agreements, cut to what a person may see, paged in the database. */
@ApplicationScoped
public class AgreementList {

  private static final String VISIBLE =
      """
      FROM app.data_sharing_agreement a
      WHERE (?
        OR EXISTS (SELECT 1 FROM app.data_access_application p
             WHERE p.id = a.application_id AND p.applicant_id = ?)
        OR EXISTS (SELECT 1 FROM app.application_collaborator c
             WHERE c.application_id = a.application_id AND c.person_id = ?)
        OR EXISTS (SELECT 1 FROM ledger.agreement_party p
             JOIN ledger.active_seat s ON s.organisation_id = p.organisation_id
             WHERE p.agreement_id = a.id AND s.person_id = ?)
        OR EXISTS (SELECT 1 FROM ledger.active_agreement_person n
             WHERE n.agreement_id = a.id AND n.person_id = ?))
      """;
  private static final String LIST =
      "SELECT a.id, a.reference, a.application_id, a.title, a.status, a.status_since, a.starts_on,"
          + " a.ends_on "
          + VISIBLE
          + " ORDER BY a.status_since DESC, a.id LIMIT ? OFFSET ?";
  private static final String COUNT = "SELECT count(*) " + VISIBLE;
  private static final String ONE = "SELECT count(*) " + VISIBLE + " AND a.id = ?";

  private final Database database;
  private final Clock clock;

  /** For the container's proxy. */
  protected AgreementList() {
    this(null, null);
  }

  /** Over the main database. */
  @Inject
  public AgreementList(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Agreements that a person may see, the newest first.
   *
   * @param everything whether the person's roles let them see all
   */
  public Page<AgreementSummary> visible(PageRequest page, UUID person, boolean everything) {
    return new Page<>(
        database.list(
            LIST,
            this::summary,
            everything,
            person,
            person,
            person,
            person,
            page.limit(),
            page.offset()),
        database.count(COUNT, everything, person, person, person, person));
  }

  /** Whether a person may see one agreement. */
  public boolean isVisible(UUID agreement, UUID person, boolean everything) {
    return database.count(ONE, everything, person, person, person, person, agreement) > 0;
  }

  /** Whose turn it is. */
  public TurnView turn(AgreementStatus status, Instant since) {
    StateTable.Turn turn = AgreementTransitions.TABLE.turn(status);
    return new TurnView(
        turn.owner(),
        null,
        since,
        Duration.between(since, clock.instant()).toDays(),
        turn.usualDays());
  }

  private AgreementSummary summary(ResultSet row) throws SQLException {
    AgreementStatus status = AgreementStatus.valueOf(row.getString("status"));
    return new AgreementSummary(
        Database.id(row, "id"),
        row.getString("reference"),
        Database.id(row, "application_id"),
        row.getString("title"),
        status,
        status.label(),
        row.getObject("starts_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        turn(status, Database.instant(row, "status_since")));
  }
}
