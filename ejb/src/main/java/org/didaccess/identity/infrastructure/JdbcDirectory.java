package org.didaccess.identity.infrastructure;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.didaccess.identity.Directory;
import org.didaccess.identity.MembershipView;
import org.didaccess.identity.OrganisationView;
import org.didaccess.identity.PersonSummary;
import org.didaccess.identity.SeatView;
import org.didaccess.shared.infrastructure.Database;

/** Reads names from the labels and the ledger, one query a kind however many are asked for. */
@ApplicationScoped
public class JdbcDirectory implements Directory {

  private static final String PEOPLE =
      """
      SELECT p.id, coalesce(l.name, p.login) AS name,
        (SELECT min(o.name) FROM ledger.active_membership m
           JOIN ledger.organisation o ON o.id = m.organisation_id WHERE m.person_id = p.id) AS organisation
      FROM ledger.person p LEFT JOIN app.person_label l ON l.person_id = p.id
      WHERE p.id = ANY (?)""";

  private static final String ORGANISATIONS =
      """
      SELECT o.id, o.ods_code, o.name, e.ended_on
      FROM ledger.organisation o LEFT JOIN ledger.organisation_end e ON e.organisation_id = o.id
      WHERE o.id = ANY (?)""";

  private static final String MEMBERSHIPS =
      """
      SELECT m.person_id, m.organisation_id, o.name, m.unit
      FROM ledger.active_membership m JOIN ledger.organisation o ON o.id = m.organisation_id
      WHERE m.person_id = ANY (?) ORDER BY o.name, m.unit""";

  private static final String SEATS =
      """
      SELECT s.person_id, s.seat_id, s.organisation_id, o.name, s.kind, s.unit
      FROM ledger.active_seat s JOIN ledger.organisation o ON o.id = s.organisation_id
      WHERE s.person_id = ANY (?) ORDER BY o.name, s.kind""";

  private final Database database;

  /** For the container's proxy. */
  protected JdbcDirectory() {
    this(null);
  }

  /** Over the main database. */
  @Inject
  public JdbcDirectory(Database database) {
    this.database = database;
  }

  @Override
  public Map<UUID, PersonSummary> people(Collection<UUID> ids) {
    Map<UUID, PersonSummary> found = new HashMap<>();
    database
        .list(PEOPLE, JdbcDirectory::person, (Object) ids.toArray(UUID[]::new))
        .forEach(person -> found.put(person.id(), person));
    return found;
  }

  @Override
  public Map<UUID, OrganisationView> organisations(Collection<UUID> ids) {
    Map<UUID, OrganisationView> found = new HashMap<>();
    database
        .list(ORGANISATIONS, JdbcDirectory::organisation, (Object) ids.toArray(UUID[]::new))
        .forEach(organisation -> found.put(organisation.id(), organisation));
    return found;
  }

  @Override
  public Map<UUID, List<MembershipView>> memberships(Collection<UUID> people) {
    return grouped(
        MEMBERSHIPS,
        row ->
            new MembershipView(
                Database.id(row, "organisation_id"), row.getString("name"), row.getString("unit")),
        people);
  }

  @Override
  public Map<UUID, List<SeatView>> seats(Collection<UUID> people) {
    return grouped(
        SEATS,
        row ->
            new SeatView(
                Database.id(row, "seat_id"),
                Database.id(row, "organisation_id"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("unit").isEmpty() ? null : row.getString("unit")),
        people);
  }

  private <T> Map<UUID, List<T>> grouped(
      String query, Database.RowReader<T> reader, Collection<UUID> people) {
    return database
        .list(
            query,
            row -> Map.entry(Database.id(row, "person_id"), reader.read(row)),
            (Object) people.toArray(UUID[]::new))
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  static PersonSummary person(ResultSet row) throws SQLException {
    return new PersonSummary(
        Database.id(row, "id"), row.getString("name"), row.getString("organisation"));
  }

  static OrganisationView organisation(ResultSet row) throws SQLException {
    return new OrganisationView(
        Database.id(row, "id"),
        row.getString("ods_code"),
        row.getString("name"),
        row.getObject("ended_on", LocalDate.class));
  }
}
