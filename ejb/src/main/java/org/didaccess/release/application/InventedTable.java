package org.didaccess.release.application;

import java.security.SecureRandom;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.didaccess.application.Bridge;
import org.didaccess.pseudonym.ReleaseKeys;
import org.didaccess.pseudonym.TokenKey;
import org.didaccess.release.bag.DescribedColumn;
import org.didaccess.release.bag.FieldNames;
import org.didaccess.release.bag.StudyId;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.LocalPartition;
import org.didaccess.release.engine.ReleaseColumn;

/**
 * What an approval would open, of invented examinations: rows, rows of a cohort, or the pairs of a
 * bridge; {@link InventedCounts} are the fourth.
 *
 * @param columns what leaves
 * @param keys give the tokens, and are thrown away
 * @param lines the rows of each file, in the text form of PostgreSQL's COPY with the values of
 *     {@link LocalPartition#sources}
 */
record InventedTable(
    List<DescribedColumn> columns, ReleaseKeys keys, SortedMap<YearMonth, List<String>> lines) {

  private static final String PERSON = "person_ref";
  private static final String STUDY_ID = "study_id";
  private static final List<String> SIDES = List.of("first_ref", "second_ref");

  /** One row an examination, one file a month. */
  static InventedTable ofRows(List<DescribedColumn> columns, InventedMonths months) {
    List<String> sources = LocalPartition.sources(columnsOf(columns));
    SortedMap<YearMonth, List<String>> lines = new TreeMap<>();
    months
        .events()
        .forEach(
            (month, rows) ->
                lines.put(
                    month,
                    rows.stream()
                        .map(row -> line(sources.stream().map(name -> months.value(row, name))))
                        .toList()));
    return new InventedTable(columns, thrownAway(), lines);
  }

  /** The same with the recipient's own number of each person behind the fields. */
  static InventedTable ofCohort(List<DescribedColumn> fields, InventedMonths months) {
    List<DescribedColumn> columns = new ArrayList<>(fields);
    columns.addAll(
        DescribedColumns.of(
            List.of(new ReleaseColumn(STUDY_ID, StudyId.NAME, ColumnKind.TEXT)), List.of()));
    return ofRows(columns, withStudyIds(months));
  }

  private static InventedMonths withStudyIds(InventedMonths months) {
    Map<String, String> numbers = new HashMap<>();
    SortedMap<YearMonth, List<List<String>>> events = new TreeMap<>();
    months
        .events()
        .forEach(
            (month, rows) ->
                events.put(
                    month,
                    rows.stream()
                        .map(
                            row ->
                                with(
                                    row,
                                    numbers.computeIfAbsent(
                                        months.value(row, PERSON),
                                        person -> "STUDY-%05d".formatted(numbers.size() + 1))))
                        .toList()));
    return new InventedMonths(with(months.names(), STUDY_ID), events);
  }

  private static List<String> with(List<String> values, String last) {
    return Stream.concat(values.stream(), Stream.of(last)).toList();
  }

  /** One row a person with the token under each agreement, all in one file. */
  static InventedTable ofBridge(Bridge bridge, InventedMonths months) {
    List<DescribedColumn> columns = new ArrayList<>();
    List<String> agreements = List.of(bridge.one(), bridge.other());
    for (int side = 0; side < SIDES.size(); side++) {
      ReleaseColumn column =
          new ReleaseColumn(
              SIDES.get(side),
              FieldNames.columnOf(FieldNames.BRIDGED.get(side)),
              ColumnKind.PERSON_TOKEN);
      columns.add(DescribedColumns.tokenUnder(column, agreements.get(side)));
    }
    List<String> lines =
        months.all().stream()
            .map(row -> months.value(row, PERSON))
            .distinct()
            .map(person -> line(Stream.of(person, person, person)))
            .toList();
    ReleaseKeys keys = thrownAway().bridging(Map.of(SIDES.get(1), randomKey()));
    return new InventedTable(columns, keys, oneFile(months, lines));
  }

  /** Counts by the fields, all in one file. */
  static InventedTable ofCounts(
      List<DescribedColumn> fields, InventedCounts counts, InventedMonths months) {
    List<DescribedColumn> columns = new ArrayList<>(fields);
    columns.addAll(DescribedColumns.of(InventedCounts.COLUMNS, List.of()));
    return new InventedTable(columns, thrownAway(), oneFile(months, counts.lines()));
  }

  private static SortedMap<YearMonth, List<String>> oneFile(
      InventedMonths months, List<String> lines) {
    SortedMap<YearMonth, List<String>> file = new TreeMap<>();
    file.put(months.first(), lines);
    return file;
  }

  private static ReleaseKeys thrownAway() {
    return ReleaseKeys.unmarked(randomKey());
  }

  private static TokenKey randomKey() {
    return TokenKey.random(new SecureRandom());
  }

  private static String line(Stream<String> values) {
    return String.join("\t", values.toList()) + "\n";
  }

  /** The columns without what is said of them. */
  List<ReleaseColumn> released() {
    return columnsOf(columns);
  }

  private static List<ReleaseColumn> columnsOf(List<DescribedColumn> columns) {
    return columns.stream().map(DescribedColumn::column).toList();
  }
}
