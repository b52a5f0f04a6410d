package org.didaccess.register.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.shared.infrastructure.Database;

/** Reads agreements that have effect; three queries a page, however long it is. */
@ApplicationScoped
public class RegisterGateway {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final String IN_EFFECT =
      "FROM app.data_sharing_agreement a WHERE a.status = 'ACTIVE' AND ? BETWEEN a.starts_on AND"
          + " a.ends_on ";
  private static final String ENTRY =
      """
      SELECT a.reference, a.title, o.name AS applicant,
        (SELECT l.text FROM app.data_set_line l
           WHERE l.data_set = s.data_set AND l.kind = 'title' ORDER BY l.position LIMIT 1) AS data_set,
        v.answers::jsonb ->> 'objective' AS purpose,
        v.answers::jsonb ->> 'benefits' AS benefits,
        v.answers::jsonb ->> 'dissemination' AS legal_basis,
        coalesce((SELECT x.ground FROM ledger.agreement_objections x WHERE x.agreement_id = a.id), 'upheld')
          AS objections,
        s.access_method, s.refresh, a.starts_on, a.ends_on, a.status
      FROM app.data_sharing_agreement a
      JOIN app.application_version v ON v.id = a.version_id
      JOIN app.selection s ON s.id = v.selection_id
      JOIN ledger.organisation o ON o.id = v.organisation_id
      WHERE a.status = 'ACTIVE' AND ? BETWEEN a.starts_on AND a.ends_on
      """;
  private static final String PAGE =
      ENTRY + "ORDER BY a.starts_on DESC, a.reference DESC LIMIT ? OFFSET ?";
  private static final String ONE = ENTRY + "AND a.reference = ?";
  private static final String PARTIES =
      """
      SELECT a.reference, o.name AS label
      FROM app.data_sharing_agreement a
      JOIN ledger.agreement_party p ON p.agreement_id = a.id AND p.party_role = ?
      JOIN ledger.organisation o ON o.id = p.organisation_id
      WHERE a.reference = ANY (?) ORDER BY o.name""";
  private static final String FIELDS =
      """
      SELECT a.reference, f.label
      FROM app.data_sharing_agreement a
      JOIN app.application_version v ON v.id = a.version_id
      JOIN app.selection s ON s.id = v.selection_id
      JOIN app.selection_field c ON c.selection_id = s.id
      JOIN app.field f ON f.data_set = s.data_set AND f.version = s.data_set_version
        AND f.code = c.field_code
      WHERE a.reference = ANY (?) ORDER BY f.position""";

  private final Database database;
  private final Clock clock;

  /** For the container's proxy. */
  protected RegisterGateway() {
    this(null, null);
  }

  /** Over the main database. */
  @Inject
  public RegisterGateway(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** An entry without its lists. */
  public record Entry(
      String reference,
      String title,
      String applicant,
      String dataSet,
      String purpose,
      String benefits,
      String legalBasis,
      String objections,
      String accessMethod,
      String refresh,
      LocalDate startsOn,
      LocalDate endsOn,
      String status) {}

  /** Agreements that have effect today, the newest first. */
  public Page<Entry> entries(PageRequest page) {
    LocalDate today = today();
    return new Page<>(
        database.list(PAGE, RegisterGateway::entry, today, page.limit(), page.offset()),
        database.count("SELECT count(*) " + IN_EFFECT, today));
  }

  /** One agreement that has effect today. */
  public Optional<Entry> entry(String reference) {
    return database.first(ONE, RegisterGateway::entry, today(), reference);
  }

  /** Names of the parties of one kind, by reference. */
  public Map<String, List<String>> parties(List<String> references, String role) {
    return byReference(PARTIES, role, references.toArray(String[]::new));
  }

  /** Labels of the fields, by reference. */
  public Map<String, List<String>> fields(List<String> references) {
    return byReference(FIELDS, (Object) references.toArray(String[]::new));
  }

  private Map<String, List<String>> byReference(String sql, Object... parameters) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    database.list(
        sql,
        row ->
            found
                .computeIfAbsent(row.getString("reference"), reference -> new ArrayList<>())
                .add(row.getString("label")),
        parameters);
    return found;
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(LONDON));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getString("reference"),
        row.getString("title"),
        row.getString("applicant"),
        row.getString("data_set"),
        row.getString("purpose"),
        row.getString("benefits"),
        row.getString("legal_basis"),
        row.getString("objections"),
        row.getString("access_method"),
        row.getString("refresh"),
        row.getObject("starts_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        row.getString("status"));
  }
}
