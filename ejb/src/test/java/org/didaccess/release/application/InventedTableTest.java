package org.didaccess.release.application;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.didaccess.application.Bridge;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.ReleaseFixture;
import org.didaccess.release.bag.DescribedColumn;
import org.didaccess.release.domain.DisclosureRule;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.infrastructure.JdbcDisclosureRules;
import org.didaccess.release.infrastructure.JdbcRunPlans;
import org.didaccess.shared.infrastructure.Database;
import org.didaccess.source.infrastructure.SyntheticEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invented packages of what is not plain rows: each has the columns and files of the real one. */
class InventedTableTest {

  private static final Clock MAY =
      Clock.fixed(Instant.parse("2026-05-20T09:00:00Z"), ZoneOffset.UTC);
  private static final String FIRST = "data/2026-02.csv";
  private static final List<String> TWO = List.of("GENDER_DESCRIPTION", "MODALITY");

  private final InventedMonths months = InventedMonths.from(new SyntheticEvents(), MAY);
  private final ReleaseFixture fixture;
  private final DataSource main;

  InventedTableTest() throws SQLException {
    fixture = ReleaseFixture.shared();
    main = fixture.database().as("did_app");
  }

  @Test
  void counts_have_the_columns_of_an_aggregate_release() throws SQLException {
    List<ReleaseColumn> real =
        fixture.plan(fixture.aggregate(TWO.toArray(String[]::new)).order()).columns();
    assertThat(counts(TWO, rule()).released())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("source")
        .isEqualTo(real);
  }

  @Test
  void every_examination_is_counted_once_a_field_and_small_counts_are_empty() throws Exception {
    InventedTable exact = counts(TWO, new DisclosureRule(0, 1));
    InventedTable shown = counts(TWO, rule());
    Map<String, Long> byLine = new HashMap<>();
    Map<String, Long> sums = new HashMap<>();
    for (NamedCsvRecord line : file(exact)) {
      long events = Long.parseLong(line.getField("EVENTS"));
      byLine.put(key(line), events);
      sums.merge(line.getField("TOTAL_OF"), events, Long::sum);
    }
    long all = (long) InventedMonths.MONTHS * InventedMonths.ROWS_A_MONTH;
    assertThat(sums)
        .isEqualTo(Map.of("", all, "GENDER_DESCRIPTION", all, "MODALITY", all, "ALL", all));
    List<NamedCsvRecord> lines = file(shown);
    assertThat(lines).hasSameSizeAs(byLine.keySet()).hasSizeGreaterThan(10);
    long hidden = 0;
    for (NamedCsvRecord line : lines) {
      long events = byLine.get(key(line));
      hidden += events < 8 ? 1 : 0;
      assertThat(line.getField("EVENTS"))
          .isEqualTo(events < 8 ? "" : String.valueOf(Math.round(events / 5.0) * 5));
    }
    assertThat(hidden).isPositive();
  }

  @Test
  void counts_by_one_field_have_no_total_by_it() throws Exception {
    assertThat(file(counts(List.of("MODALITY"), rule())))
        .extracting(line -> line.getField("TOTAL_OF"))
        .containsOnly("", "ALL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"extract", "sde"})
  void counts_are_rounded_as_the_database_rounds_them(String route) {
    DisclosureRule rule = new JdbcDisclosureRules(main).of(route);
    List<Long> numbers = LongStream.rangeClosed(rule.smallest(), 60).boxed().toList();
    assertThat(numbers.stream().map(number -> rule.shown(number).orElseThrow()).toList())
        .isEqualTo(
            new Database(main)
                .list(
                    "SELECT (round(n::numeric / ?) * ?)::bigint FROM generate_series(?, 60) n",
                    row -> row.getLong(1),
                    rule.roundTo(),
                    rule.roundTo(),
                    rule.smallest()));
    assertThat(rule.shown(rule.smallest() - 1)).isEmpty();
  }

  @Test
  void rows_of_a_cohort_have_one_study_id_a_person_behind_the_fields() throws Exception {
    InventedTable table =
        InventedTable.ofCohort(described(List.of("MODALITY", "PERSON_ID")), months);
    List<NamedCsvRecord> lines = file(table);
    assertThat(lines.get(0).getHeader()).containsExactly("MODALITY", "TOKEN_PERSON_ID", "STUDY_ID");
    Map<String, String> people = new HashMap<>();
    for (NamedCsvRecord line : lines) {
      String study = line.getField("STUDY_ID");
      assertThat(study).matches("STUDY-[0-9]{5}");
      assertThat(people.putIfAbsent(line.getField("TOKEN_PERSON_ID"), study)).isIn(null, study);
    }
    assertThat(people.values()).doesNotHaveDuplicates().hasSizeGreaterThan(10);
  }

  @Test
  void a_bridge_has_a_pair_of_tokens_a_person_in_one_file() throws Exception {
    InventedTable table = InventedTable.ofBridge(new Bridge("A-1", "B-2"), months);
    assertThat(table.columns())
        .extracting(DescribedColumn::title)
        .containsExactly("Person token under A-1", "Person token under B-2");
    List<NamedCsvRecord> lines = file(table);
    assertThat(lines.get(0).getHeader()).containsExactly("TOKEN_PERSON_ID_1", "TOKEN_PERSON_ID_2");
    long people =
        months.all().stream().map(row -> months.value(row, "person_ref")).distinct().count();
    assertThat(lines).hasSize((int) people);
    assertThat(lines.stream().flatMap(line -> line.getFields().stream()))
        .allMatch(token -> token.matches("[0-9a-f]{32}"))
        .doesNotHaveDuplicates();
  }

  private static String key(NamedCsvRecord line) {
    return line.getField("GENDER_DESCRIPTION")
        + "|"
        + line.getField("MODALITY")
        + "|"
        + line.getField("TOTAL_OF");
  }

  private DisclosureRule rule() {
    return new JdbcDisclosureRules(main).of("extract");
  }

  private InventedTable counts(List<String> fields, DisclosureRule rule) {
    return InventedTable.ofCounts(
        described(fields), new InventedCounts(columns(fields), rule, months), months);
  }

  private List<DescribedColumn> described(List<String> fields) {
    return DescribedColumns.of(columns(fields), List.of());
  }

  private List<ReleaseColumn> columns(List<String> fields) {
    return new JdbcRunPlans(main, main).columns("DID", "1", fields);
  }

  /** The lines of the first file of a package of the table. */
  private static List<NamedCsvRecord> file(InventedTable table) throws IOException {
    Map<String, byte[]> files =
        TarFiles.of(
            new SyntheticPackage("DA-000007", "Data", ExtractFormat.CSV)
                .of(table, LocalDate.now(MAY)),
            "SYNTHETIC-DA-000007/");
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(TarFiles.text(files, FIRST))) {
      return csv.stream().toList();
    }
  }
}
