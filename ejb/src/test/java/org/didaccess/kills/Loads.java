package org.didaccess.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.didaccess.source.synthetic.Synthesis;
import org.didaccess.source.synthetic.SynthesisPlan;

/**
 * Months that are loaded one after the other, each twice: the second receipt replaces every record
 * of the first. Beside the database that is killed stands one in which nobody disturbs the same
 * loads.
 */
final class Loads {

  private static final int ROWS_A_MONTH = 12_000;
  private static final YearMonth FIRST = YearMonth.of(2024, 1);

  /** What a load stores, without when and by whom it was stored. */
  private static final Map<String, String> CONTENT =
      Map.of(
          "submissions",
              "SELECT (to_jsonb(t) - 'loaded_at')::text AS line FROM source.submission t",
          "events", "SELECT t::text AS line FROM source.did_event t",
          "replaced events", "SELECT t::text AS line FROM source.did_event_replaced t",
          "identifiers", "SELECT t::text AS line FROM vault.record t",
          "replaced identifiers", "SELECT t::text AS line FROM vault.record_replaced t",
          "changes of people", "SELECT t::text AS line FROM source.person_change t");

  private static final String STANDING =
      """
      SELECT (SELECT count(*) FROM source.submission),
             (SELECT coalesce(sum(accepted), 0) FROM source.submission),
             (SELECT count(*) FROM source.did_event) + (SELECT count(*) FROM source.did_event_replaced),
             (SELECT count(*) FROM vault.record) + (SELECT count(*) FROM vault.record_replaced),
             (SELECT count(*) FROM pg_prepared_xacts)
      """;

  private final EphemeralDatabase killed;
  private final EphemeralDatabase undisturbed;
  private final List<Path> files;
  private final Path folder;
  private Duration usual = Duration.ZERO;
  private int loaded;

  private Loads(
      EphemeralDatabase killed, EphemeralDatabase undisturbed, List<Path> files, Path folder) {
    this.killed = killed;
    this.undisturbed = undisturbed;
    this.files = files;
    this.folder = folder;
  }

  /** So many loads on the server of an empty database. */
  static Loads of(int count, EphemeralDatabase empty, Path folder) throws IOException {
    int months = (count + 1) / 2;
    SynthesisPlan plan = new SynthesisPlan((long) ROWS_A_MONTH * months, months, FIRST, 5, "Z1A");
    List<Path> files =
        new Synthesis(plan, ReferenceFiles.sample(), ForkJoinPool.commonPool())
            .writeTo(folder, done -> {});
    return new Loads(empty.copy(), empty.copy(), files, folder);
  }

  /** Loads the next file, which is killed at some part of its usual time, and loads it again. */
  boolean play(Victim victim, double moment) throws Exception {
    loadUndisturbed();
    Standing before = standing();
    Labourer labourer = begin(killed);
    Thread.sleep((long) (usual.toMillis() * moment));
    boolean midway = labourer.isAtWork();
    victim.strike(labourer, killed);
    boolean told = labourer.saysDone();
    victim.revive(killed);
    mustBeWholeOrUndone(before, told);
    begin(killed).mustBeDone();
    assertThat(standing().submissions()).isEqualTo(before.submissions() + 1);
    loaded++;
    return midway;
  }

  /** Both databases hold the same rows, to the byte. */
  void mustBeTheSame() throws SQLException {
    assertThat(content(killed)).isEqualTo(content(undisturbed));
    assertThat(standing().events()).isPositive();
  }

  private void loadUndisturbed() throws Exception {
    Labourer labourer = begin(undisturbed);
    long begun = System.nanoTime();
    labourer.mustBeDone();
    usual = Duration.ofNanos(System.nanoTime() - begun);
  }

  /** Whoever was told that it is loaded finds it; nobody finds a part. */
  private void mustBeWholeOrUndone(Standing before, boolean told) throws SQLException {
    Standing after = standing();
    assertThat(after.submissions() - before.submissions())
        .isIn(told ? List.of(1L) : List.of(0L, 1L));
    assertThat(after.events()).isEqualTo(after.accepted());
    assertThat(after.identifiers()).isEqualTo(after.accepted());
    assertThat(after.undecided()).isZero();
  }

  private Labourer begin(EphemeralDatabase database) throws IOException {
    Path file = files.get(loaded / 2);
    LocalDate received = FIRST.plusMonths(loaded / 2 + 1L).atDay(20).plusDays(loaded % 2);
    return Labourer.begin(
        Loading.class,
        List.of(
            database.url(), database.secretOf("did_loader"), file.toString(), received.toString()),
        folder);
  }

  private Standing standing() throws SQLException {
    try (Connection superuser = killed.superuser();
        Statement statement = superuser.createStatement();
        ResultSet row = statement.executeQuery(STANDING)) {
      row.next();
      return new Standing(
          row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
    }
  }

  private static Map<String, String> content(EphemeralDatabase database) throws SQLException {
    Map<String, String> content = new TreeMap<>();
    try (Connection superuser = database.superuser();
        Statement statement = superuser.createStatement()) {
      for (Map.Entry<String, String> table : CONTENT.entrySet()) {
        try (ResultSet row =
            statement.executeQuery(
                "SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(line), '' ORDER BY md5(line))), '')"
                    + " FROM ("
                    + table.getValue()
                    + ") lines")) {
          row.next();
          content.put(table.getKey(), row.getString(1));
        }
      }
    }
    return content;
  }

  private record Standing(
      long submissions, long accepted, long events, long identifiers, long undecided) {}
}
