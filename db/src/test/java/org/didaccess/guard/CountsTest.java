package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.guard.Refusals.INVALID_INPUT;
import static org.didaccess.guard.Refusals.NOT_ACTIVE;
import static org.didaccess.guard.Refusals.denied;
import static org.didaccess.guard.Refusals.ended;
import static org.didaccess.guard.Refusals.refused;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.db.rehearsal.Campaign;
import org.didaccess.db.rehearsal.InventedRows;
import org.didaccess.db.rehearsal.OrderedRun;
import org.didaccess.db.rehearsal.Rehearsal;
import org.didaccess.db.rehearsal.RehearsedAgreement;
import org.didaccess.db.rehearsal.Terms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an aggregate approval opens: counts that hide the small ones, and never a row. */
class CountsTest {
  private static final List<String> ONE_FIELD = List.of("MODALITY");
  private static final List<String> TWO_FIELDS = List.of("GENDER_DESCRIPTION", "MODALITY");
  private static final String TABLE =
      "SELECT line FROM (SELECT concat_ws('|', coalesce(total_of, 'cell'), %s, coalesce(events::text, '*'))"
          + " AS line FROM pg_temp.released) lines ORDER BY line COLLATE \"C\"";

  private static final String BOTH = "coalesce(gender_description, '-'), coalesce(modality, 0)";

  private static EphemeralDatabase database;
  private static Rehearsal rehearsal;
  private static YearMonth next = YearMonth.of(2025, 1);

  @BeforeAll
  static void prepare() throws SQLException {
    database = EphemeralDatabase.fresh();
    InventedRows.fill(database, YearMonth.of(2024, 12), 1, 10);
    rehearsal = Rehearsal.in(database);
  }

  @Test
  void counts_of_1_to_7_are_suppressed_and_others_rounded_to_5() throws SQLException {
    YearMonth month = stored(new int[][] {{7, 1, 8, 12, 13}});
    assertThat(published(ONE_FIELD, month, "coalesce(modality, 0)"))
        .containsExactly("ALL|0|40", "cell|1|*", "cell|2|*", "cell|3|10", "cell|4|10", "cell|5|15");
  }

  @Test
  void a_single_suppressed_count_takes_the_next_smallest_with_it() throws SQLException {
    YearMonth month = stored(new int[][] {{3, 50, 20}});
    assertThat(published(ONE_FIELD, month, "coalesce(modality, 0)"))
        .containsExactly("ALL|0|75", "cell|1|*", "cell|2|50", "cell|3|*");
  }

  @Test
  void a_total_that_is_its_only_cell_is_suppressed_with_it() throws SQLException {
    YearMonth month = stored(new int[][] {{4, 0, 0}, {30, 40, 50}, {60, 70, 80}});
    assertThat(published(TWO_FIELDS, month, BOTH))
        .contains("GENDER_DESCRIPTION|1|0|*", "cell|1|1|*", "ALL|-|0|335")
        .contains("GENDER_DESCRIPTION|2|0|*", "GENDER_DESCRIPTION|3|0|210");
  }

  /**
   * The attacker solves for the hidden counts of every little table, with all that was published.
   */
  @Test
  void no_hidden_count_can_be_worked_out_from_the_others_and_the_totals() throws SQLException {
    Random random = new Random(11);
    YearMonth month = stored(new int[][] {{1}});
    OrderedRun run = agreement(TWO_FIELDS, month).order();
    for (int i = 0; i < Campaign.of(15, 60); i++) {
      fill(month, new int[][] {{count(random), count(random)}, {count(random), count(random)}});
      try (Connection release = opened(run)) {
        List<String> lines = Sql.column(release, TABLE.formatted(BOTH));
        assertThat(new TwoByTwo(lines).pinned()).as("%s", lines).isEmpty();
      }
    }
  }

  @Test
  void a_total_that_leaves_hidden_counts_one_value_is_hidden_as_well() throws SQLException {
    assertThat(hiddenAndAll(ones(12))).isEqualTo("12 *");
    assertThat(hiddenAndAll(7, 7, 7, 7)).isEqualTo("4 *");
    assertThat(hiddenAndAll(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 20))
        .as("rounded 30")
        .isEqualTo("12 30");
    assertThat(hiddenAndAll(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 10))
        .as("all at a border")
        .isEqualTo("12 20");
    assertThat(hiddenAndAll(ones(11))).as("one of them may be 2").isEqualTo("11 10");
    assertThat(hiddenAndAll(7, 7, 7, 6)).as("one of them may be less").isEqualTo("4 25");
  }

  @Test
  void a_line_of_a_larger_table_does_not_give_its_counts_away_either() throws SQLException {
    int[] large = {30, 40, 50, 60, 30, 40, 50, 60, 30, 40, 50, 60};
    assertThat(published(TWO_FIELDS, stored(new int[][] {ones(12), large, large}), BOTH))
        .contains("GENDER_DESCRIPTION|1|0|*", "GENDER_DESCRIPTION|2|0|*", "ALL|-|0|1090")
        .contains("MODALITY|-|1|60", "GENDER_DESCRIPTION|3|0|540");
    assertThat(
            published(
                TWO_FIELDS,
                stored(new int[][] {{7, 7, 7, 7}, {30, 40, 50, 61}, {70, 81, 90, 92}}),
                BOTH))
        .contains("GENDER_DESCRIPTION|1|0|*");
  }

  /**
   * The attacker knows which cells are hidden as small ones, and lets each sum narrow the others.
   */
  @Test
  void no_sum_narrows_a_hidden_count_to_one_value() throws SQLException {
    Random random = new Random(12);
    YearMonth month = stored(new int[][] {{1}});
    OrderedRun run = agreement(TWO_FIELDS, month).order();
    OrderedRun line = agreement(ONE_FIELD, month).order();
    for (int i = 0; i < Campaign.of(10, 40); i++) {
      int[][] table = sparse(random, 2 + random.nextInt(3), 3 + random.nextInt(5));
      fill(month, table);
      try (Connection release = opened(run)) {
        List<String> lines = Sql.column(release, TABLE.formatted(BOTH));
        assertThat(new NarrowedCounts(table, lines).pinned()).as("%s", lines).isEmpty();
      }
      try (Connection release = opened(line)) {
        List<String> lines = Sql.column(release, TABLE.formatted("'-', coalesce(modality, 0)"));
        assertThat(NarrowedCounts.ofOneField(table, lines).pinned()).as("%s", lines).isEmpty();
      }
    }
  }

  /**
   * Mostly of the counts that rounding leaves least room: ones, and those right below the smallest.
   */
  private static int[][] sparse(Random random, int height, int width) {
    int often = random.nextBoolean() ? 1 : 7;
    int[][] table = new int[height][width];
    for (int[] row : table) {
      Arrays.setAll(
          row, i -> random.nextInt(4) > 0 ? often : random.nextInt(3) > 0 ? count(random) : 0);
    }
    return table;
  }

  private static int[] ones(int many) {
    int[] row = new int[many];
    Arrays.fill(row, 1);
    return row;
  }

  /** How many cells of one line are hidden, and its total. */
  private static String hiddenAndAll(int... row) throws SQLException {
    List<String> lines = published(ONE_FIELD, stored(new int[][] {row}), "coalesce(modality, 0)");
    long hidden = lines.stream().filter(l -> l.startsWith("cell") && l.endsWith("*")).count();
    return hidden + " " + lines.get(0).substring("ALL|0|".length());
  }

  private static int count(Random random) {
    return 1 + random.nextInt(14);
  }

  @Test
  void the_release_login_reads_no_count_before_it_was_suppressed() throws SQLException {
    OrderedRun run = agreement(ONE_FIELD, stored(new int[][] {{3, 50, 20}})).order();
    try (Connection release = opened(run)) {
      denied(() -> Sql.column(release, "SELECT n FROM pg_temp.counted"));
      denied(() -> Sql.run(release, "DROP TABLE pg_temp.counted"));
      denied(() -> Sql.column(release, "SELECT person_ref FROM source.did_event"));
    }
  }

  @Test
  void suppressed_counts_are_hidden_from_conditions_as_well() throws SQLException {
    OrderedRun run = agreement(ONE_FIELD, stored(new int[][] {{3, 50, 20}})).order();
    try (Connection release = opened(run)) {
      assertThat(
              Sql.column(
                  release,
                  "SELECT count(*) FROM pg_temp.released WHERE events BETWEEN 1 AND 7 OR events = 20"))
          .containsExactly("0");
    }
  }

  @Test
  void a_suspension_ends_the_reading_of_counts() throws SQLException {
    RehearsedAgreement agreement = agreement(ONE_FIELD, stored(new int[][] {{30, 40}}));
    OrderedRun run = agreement.order();
    try (Connection release = opened(run)) {
      agreement.suspend();
      ended(() -> Sql.column(release, "SELECT events FROM pg_temp.released"));
    }
    refused(NOT_ACTIVE, () -> opened(run));
  }

  @Test
  void counts_by_a_token_would_be_rows_and_are_not_ordered() throws SQLException {
    RehearsedAgreement agreement =
        agreement(List.of("MODALITY", "SUBMISSION_DATA_ID"), stored(new int[][] {{30}}));
    refused(INVALID_INPUT, agreement::order).hasMessageContaining("token");
  }

  @Test
  void counts_leave_as_one_table_under_the_first_month() throws SQLException {
    OrderedRun run = agreement(ONE_FIELD, stored(new int[][] {{30, 40}})).order();
    try (Connection release = database.connect("did_release")) {
      assertThat(
              Sql.column(
                  release,
                  "SELECT column_name || ' ' || sql_type FROM guard.release_columns(?, ?) ORDER BY position",
                  run.id(),
                  run.token()))
          .endsWith("events bigint", "total_of text")
          .hasSize(3);
      assertThat(
              Sql.column(
                  release, "SELECT * FROM guard.release_partitions(?, ?)", run.id(), run.token()))
          .hasSize(1);
    }
  }

  private static List<String> published(List<String> fields, YearMonth month, String columns)
      throws SQLException {
    try (Connection release = opened(agreement(fields, month).order())) {
      return Sql.column(release, TABLE.formatted(columns));
    }
  }

  private static Connection opened(OrderedRun run) throws SQLException {
    Connection release = database.connect("did_release");
    Sql.column(release, "SELECT guard.open_release(?, ?)", run.id(), run.token());
    return release;
  }

  private static RehearsedAgreement agreement(List<String> fields, YearMonth month)
      throws SQLException {
    return rehearsal.agreement(
        new Terms(
            "aggregate", fields, month.atDay(1), month.atEndOfMonth(), "age1inventedrecipientkey"));
  }

  /** A month of so many events by gender (down) and modality (across). */
  private static YearMonth stored(int[][] table) throws SQLException {
    YearMonth month = next;
    next = next.plusMonths(1);
    InventedRows.fill(database, month, 1, 0);
    fill(month, table);
    return month;
  }

  private static void fill(YearMonth month, int[][] table) throws SQLException {
    try (Connection superuser = database.superuser()) {
      Sql.column(
          superuser,
          "DELETE FROM source.did_event WHERE test_date = ?::date",
          month.atDay(3).toString());
      for (int gender = 0; gender < table.length; gender++) {
        for (int modality = 0; modality < table[gender].length; modality++) {
          Sql.column(
              superuser,
              """
              INSERT INTO source.did_event (submission_id, test_date, test_year, test_month, modality_id, gender, referrer_type, source_setting, submitter, site_code,
                  person_ref, record_ref, objecting)
              SELECT 1, ?::date, ?::int, ?::int, ?::int, ?, 1, '01', 'RX1', 'RX101',
                decode(md5(i::text), 'hex'), decode(md5(concat(?::date, ?::int, ?, i)), 'hex'), false
              FROM generate_series(1, ?) AS i
              """,
              month.atDay(3).toString(),
              month.getYear(),
              month.getMonthValue(),
              modality + 1,
              Integer.toString(gender + 1),
              month.atDay(3).toString(),
              modality,
              gender,
              table[gender][modality]);
        }
      }
    }
  }
}
