package org.didaccess.notice.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.didaccess.notice.domain.Audience;
import org.didaccess.notice.domain.Audiences;
import org.didaccess.shared.infrastructure.Database;
import org.didaccess.shared.process.Notice;

/** Reads from the ledger who has which role or place towards an application or agreement. */
@ApplicationScoped
public class JdbcAudiences implements Audiences {

  private static final String WITH_ROLE = "SELECT person_id FROM ledger.active_role WHERE role = ?";

  /** The application itself, or that of the agreement, the release or the workspace. */
  private static final String APPLICATION =
      """
      SELECT coalesce(
        (SELECT a.application_id FROM ledger.release_order o JOIN ledger.agreement a ON a.id = o.agreement_id
          WHERE o.run_id = s.id),
        (SELECT a.application_id FROM ledger.agreement a WHERE a.id = s.id),
        s.id) AS application_id
      FROM (SELECT ?::uuid AS id) s""";

  private static final String APPLICANTS =
      """
      SELECT p.person_id FROM ledger.active_person p WHERE p.person_id IN (
        SELECT applicant FROM ledger.submission WHERE application_id = ?
        UNION SELECT unnest(collaborators) FROM ledger.submission WHERE application_id = ?)""";

  private static final String CONTROLLERS =
      """
      SELECT DISTINCT s.person_id
      FROM (SELECT version_id FROM ledger.submission WHERE application_id = ?
        ORDER BY version_no DESC LIMIT 1) latest
      CROSS JOIN LATERAL guard.slot_state(latest.version_id) AS slot
      JOIN ledger.active_seat s ON s.organisation_id = slot.holder_organisation_id
      WHERE NOT slot.satisfied AND s.kind IN ('member', 'chair')""";

  private static final String SIGNATORIES =
      """
      SELECT DISTINCT s.person_id
      FROM ledger.agreement a
      JOIN ledger.agreement_party p ON p.agreement_id = a.id
      JOIN ledger.active_seat s ON s.organisation_id = p.organisation_id AND s.kind = 'signatory'
      WHERE a.application_id = ?""";

  private static final String RECIPIENTS =
      """
      SELECT DISTINCT n.person_id
      FROM ledger.release_order o
      JOIN ledger.active_agreement_person n
        ON n.agreement_id = o.agreement_id AND n.person_role = 'recipient'
      JOIN ledger.active_membership m
        ON m.person_id = n.person_id AND m.organisation_id = o.recipient_organisation_id
      WHERE o.run_id = ?""";

  private static final String HOLDERS =
      """
      SELECT DISTINCT n.person_id
      FROM ledger.agreement a
      JOIN ledger.active_agreement_person n ON n.agreement_id = a.id
      WHERE a.application_id = ?""";

  private final Database database;

  /** For the container's proxy. */
  protected JdbcAudiences() {
    this(null);
  }

  /** Over the main database. */
  @Inject
  public JdbcAudiences(Database database) {
    this.database = database;
  }

  @Override
  public Set<UUID> of(Notice notice, UUID subject) {
    UUID application = database.value(APPLICATION, UUID.class, subject);
    Set<UUID> people = new HashSet<>();
    for (Audience audience : Audience.of(notice)) {
      switch (audience) {
        case OFFICERS -> add(people, WITH_ROLE, "officer");
        case ADMINISTRATORS -> add(people, WITH_ROLE, "administrator");
        case DATA_MANAGERS -> add(people, WITH_ROLE, "data-manager");
        case APPLICANTS -> add(people, APPLICANTS, application, application);
        case CONTROLLERS -> add(people, CONTROLLERS, application);
        case SIGNATORIES -> add(people, SIGNATORIES, application);
        case RECIPIENTS -> add(people, RECIPIENTS, subject);
        case HOLDERS -> add(people, HOLDERS, application);
      }
    }
    return people;
  }

  private void add(Set<UUID> people, String sql, Object... parameters) {
    people.addAll(database.list(sql, row -> Database.id(row, "person_id"), parameters));
  }
}
