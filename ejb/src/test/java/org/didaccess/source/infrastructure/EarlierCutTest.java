package org.didaccess.source.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.didaccess.source.Submissions.csv;
import static org.didaccess.source.Submissions.good;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.didaccess.db.rehearsal.Campaign;
import org.didaccess.db.rehearsal.Rehearsal;
import org.didaccess.shared.NotFound;
import org.didaccess.source.MonthCount;
import org.didaccess.source.StoredSubmission;
import org.didaccess.source.Submissions;
import org.didaccess.source.domain.Item;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The source is read as it was after any submission, whatever came and went since. */
class EarlierCutTest {

  private static final List<String> NUMBERS = List.of("9990000018", "9990000026", "9990000034");
  private static final LocalDate DAY = LocalDate.of(2024, 5, 1);
  private static final int LOADS = 14;

  /** But for who objects, which is known of today's rows alone. */
  private static final String ROWS =
      "SELECT coalesce(string_agg((to_jsonb(e) - 'objecting')::text, ' ' ORDER BY e.record_ref), '')";

  private LoadedDatabase database;
  private Rehearsal rehearsal;

  @BeforeEach
  void an_empty_source() throws SQLException {
    database = LoadedDatabase.fresh();
    rehearsal = Rehearsal.in(database.database());
  }

  private static LongStream seeds() {
    return LongStream.rangeClosed(1, Campaign.of(2, 5));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void every_cut_is_read_as_it_was(long seed) throws SQLException {
    Random random = new Random(seed);
    Map<Long, String> cuts = new LinkedHashMap<>();
    List<StoredSubmission> counting = new ArrayList<>();
    for (int i = 0; i < LOADS; i++) {
      StoredSubmission stored =
          database.stored(
              records(random), LoadedDatabase.received(DAY.plusDays(random.nextInt(60))));
      if (stored.alreadyLoaded()) {
        continue;
      }
      cuts.put(stored.id(), present());
      counting.add(stored);
      if (random.nextInt(4) == 0) {
        withdraw(counting.remove(random.nextInt(counting.size())));
      }
    }

    for (Map.Entry<Long, String> cut : cuts.entrySet()) {
      assertThat(asOf(cut.getKey())).as("as of %s", cut.getKey()).isEqualTo(cut.getValue());
      assertThat(
              new JdbcQualityStore(database.loader())
                  .cut(cut.getKey()).stream().mapToLong(MonthCount::rows).sum())
          .isEqualTo(rows(cut.getKey()));
    }
    assertThat(cuts.values().stream().distinct().count()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void a_row_whose_person_changed_since_has_the_person_of_the_time() throws SQLException {
    Submissions nameless = record("A1").without(Item.NHS_NUMBER, Item.NHS_NUMBER_STATUS);
    StoredSubmission first = database.stored(csv(nameless), LoadedDatabase.received(DAY));
    String before = present();
    StoredSubmission second =
        database.stored(csv(record("A2")), LoadedDatabase.received(DAY.plusDays(1)));
    String after = present();
    withdraw(second);

    assertThat(database.number("SELECT count(*) FROM source.person_change")).isEqualTo(2);
    assertThat(asOf(first.id())).isEqualTo(before).isEqualTo(present());
    assertThat(asOf(second.id())).isEqualTo(after).doesNotContain(before);
  }

  @Test
  void who_looks_after_the_source_reads_counts_by_month_and_no_rows() throws SQLException {
    StoredSubmission first = database.stored(csv(record("A1"), record("A2")), LoadedDatabase.may());
    withdraw(first);

    assertThat(new JdbcQualityStore(database.loader()).cut(first.id()))
        .containsExactly(new MonthCount(YearMonth.of(2024, 4), 2));
    assertThatThrownBy(() -> new JdbcQualityStore(database.loader()).cut(7))
        .isInstanceOf(NotFound.class);
    for (String attacker : List.of("did_loader", "did_app", "did_release", "did_auditor")) {
      denied(attacker, "source.events_as_of", first);
    }
    for (String attacker : List.of("did_app", "did_release", "did_auditor")) {
      denied(attacker, "source.months_as_of", first);
    }
  }

  private void denied(String attacker, String function, StoredSubmission cut) {
    assertThatThrownBy(
            () -> {
              try (var connection = database.database().connect(attacker);
                  var statement = connection.createStatement()) {
                statement.execute("SELECT * FROM " + function + "(" + cut.id() + ")");
              }
            })
        .as(attacker)
        .hasMessageContaining("permission denied");
  }

  private void withdraw(StoredSubmission submission) throws SQLException {
    rehearsal.withdraw(submission.id(), submission.rows());
  }

  private String asOf(long submission) throws SQLException {
    return read(ROWS + " FROM source.events_as_of(" + submission + ") e");
  }

  private long rows(long submission) throws SQLException {
    return Long.parseLong(read("SELECT count(*) FROM source.events_as_of(" + submission + ")"));
  }

  /** As the account that owns the views of releases, with no more rights than it has. */
  private String read(String sql) throws SQLException {
    try (var connection = database.database().superuser();
        var statement = connection.createStatement()) {
      statement.execute("SET ROLE guard_reader");
      try (var row = statement.executeQuery(sql)) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private String present() throws SQLException {
    return database.text(ROWS + " FROM source.did_event e");
  }

  private static String records(Random random) {
    List<String> keys = new ArrayList<>(List.of("A1", "A2", "A3", "A4", "A5", "A6"));
    Collections.shuffle(keys, random);
    return csv(
        keys.subList(0, 1 + random.nextInt(4)).stream()
            .map(key -> somebody(key, random))
            .toArray(Submissions[]::new));
  }

  /** All are born on one day at one place: who has no number joins whoever else has one. */
  private static Submissions somebody(String key, Random random) {
    Submissions record = record(key);
    return random.nextBoolean()
        ? record.with(Item.NHS_NUMBER, NUMBERS.get(random.nextInt(NUMBERS.size())))
        : record.without(Item.NHS_NUMBER, Item.NHS_NUMBER_STATUS);
  }

  private static Submissions record(String key) {
    return good().with(Item.ACCESSION_NUMBER, key);
  }
}
