package org.didaccess.source.infrastructure.national;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.didaccess.source.domain.reference.Organisation.Role;

/**
 * The Organisation Data Service's reports in their common layout of 27 columns without a header:
 * trusts (etr), sites (ets), practices (epraccur), commissioners (eccg), independent providers and
 * their sites (ephp, ephpsite). The report of memberships (epcmem) tells which commissioner a
 * practice belonged to, and when; without it the one that the practice's own line names counts.
 *
 * <p>An organisation is open on its closing day still. A site without a parent belongs to the
 * organisation that its first three characters name, as its code is made.
 */
final class OrganisationReports {

  private static final int CODE = 0;
  private static final int NAME = 1;
  private static final int OPENED = 10;
  private static final int CLOSED = 11;
  private static final int PARENT = 14;
  private static final int LEAST_COLUMNS = 15;
  private static final int PROVIDER_CODE = 3;

  private static final int MEMBER = 0;
  private static final int MEMBER_OF = 1;
  private static final int JOINED = 3;
  private static final int LEFT = 4;

  /** From a day (inclusive) to another (exclusive); null where it is open. */
  private record Membership(String parent, LocalDate since, LocalDate until) {}

  private final Map<Role, List<Path>> reports;
  private final Map<String, List<Membership>> memberships = new HashMap<>();

  OrganisationReports(Map<Role, List<Path>> reports, List<Path> membershipReports) {
    this.reports = reports;
    membershipReports.forEach(report -> SourceFile.csv(report).each(this::remember));
    memberships
        .values()
        .forEach(
            all ->
                all.sort(
                    Comparator.comparing(
                        Membership::since, Comparator.nullsFirst(Comparator.naturalOrder()))));
  }

  void copyTo(ListFile list) {
    reports.forEach(
        (role, files) ->
            files.forEach(file -> SourceFile.csv(file).each(line -> copy(line, role, list))));
  }

  private void remember(SourceLine line) {
    memberships
        .computeIfAbsent(
            line.required(MEMBER, "the organisation's code"), code -> new ArrayList<>())
        .add(
            new Membership(
                line.required(MEMBER_OF, "the parent's code"),
                line.day(JOINED, "the day of joining"),
                after(line.day(LEFT, "the day of leaving"))));
  }

  private void copy(SourceLine line, Role role, ListFile list) {
    if (line.fields().size() < LEAST_COLUMNS) {
      throw line.fault(
          "it has "
              + line.fields().size()
              + " columns where an ODS report has 27. Give the report as it was published");
    }
    String code = line.required(CODE, "the organisation's code");
    LocalDate opened = line.day(OPENED, "the opening day");
    LocalDate closed = after(line.day(CLOSED, "the closing day"));
    if (opened != null && closed != null && !opened.isBefore(closed)) {
      throw line.fault("the closing day lies before the opening day");
    }
    List<Membership> known = memberships.getOrDefault(code, List.of());
    String name = line.required(NAME, "the organisation's name");
    if (role == Role.PRACTICE && !known.isEmpty()) {
      copyParts(code, name, opened, closed, known, list);
    } else {
      list.write(code, name, role, parent(line, role, code), opened, closed);
    }
  }

  /** One line for each membership, and for each span without one. */
  private static void copyParts(
      String code,
      String name,
      LocalDate opened,
      LocalDate closed,
      List<Membership> known,
      ListFile list) {
    LocalDate begin = opened == null ? LocalDate.MIN : opened;
    LocalDate end = closed == null ? LocalDate.MAX : closed;
    for (Membership membership : known) {
      LocalDate since = later(begin, membership.since());
      LocalDate until = earlier(end, membership.until());
      if (since.isBefore(until)) {
        part(code, name, null, begin, since, list);
        part(code, name, membership.parent(), since, until, list);
        begin = until;
      }
    }
    part(code, name, null, begin, end, list);
  }

  private static void part(
      String code, String name, String parent, LocalDate since, LocalDate until, ListFile list) {
    if (since.isBefore(until)) {
      list.write(
          code,
          name,
          Role.PRACTICE,
          parent,
          since.equals(LocalDate.MIN) ? null : since,
          until.equals(LocalDate.MAX) ? null : until);
    }
  }

  private static String parent(SourceLine line, Role role, String code) {
    return switch (role) {
      case SITE -> {
        String parent = line.text(PARENT);
        if (parent == null && code.length() <= PROVIDER_CODE) {
          throw line.fault("the site names no organisation that it belongs to");
        }
        yield parent == null ? code.substring(0, PROVIDER_CODE) : parent;
      }
      case PRACTICE -> line.text(PARENT);
      case PROVIDER, COMMISSIONER -> null;
    };
  }

  private static LocalDate after(LocalDate lastDay) {
    return lastDay == null ? null : lastDay.plusDays(1);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return other == null || one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return other == null || one.isBefore(other) ? one : other;
  }
}
