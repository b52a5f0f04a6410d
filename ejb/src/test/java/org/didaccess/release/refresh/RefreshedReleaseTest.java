package org.didaccess.release.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.didaccess.db.rehearsal.RehearsedAgreement;
import org.didaccess.pseudonym.ReleaseKeys;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.RefreshContent;
import org.didaccess.release.RefreshFigures;
import org.didaccess.release.ReleaseFixture;
import org.didaccess.release.bag.DataSinks;
import org.didaccess.release.engine.ReleasePlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Refreshes as the engine reads them from a real source, beside full releases of the same day. */
class RefreshedReleaseTest {

  private static final String RECORD = "TOKEN_SUBMISSION_DATA_ID";

  private final ReleaseKeys keys = ReleaseFixture.newKeys();
  @TempDir private Path folder;
  private ReleaseFixture fixture;
  private RehearsedAgreement agreement;

  @BeforeEach
  void a_source_that_changes() throws SQLException {
    fixture = ReleaseFixture.fresh();
    agreement = fixture.agreement("AGE", "MODALITY", "PERSON_ID", "SUBMISSION_DATA_ID");
  }

  @Test
  void changes_applied_to_the_release_before_make_the_full_release_of_the_day() throws Exception {
    Refresh first = refresh("first", RefreshContent.FULL, null, ExtractFormat.CSV_ZSTD);
    Map<String, String> held = byRecord(first);
    assertThat(first.figures()).isEqualTo(new RefreshFigures(6000, 0, 0, 6000, 0));

    somethingChanges();

    Refresh changes =
        refresh("changes", RefreshContent.CHANGES, first.holding(), ExtractFormat.CSV_ZSTD);
    Refresh whole = refresh("whole", RefreshContent.FULL, null, ExtractFormat.CSV_ZSTD);
    assertThat(changes.lines()).hasSizeBetween(2, 3000).hasSizeLessThan(whole.lines().size());
    assertThat(changes.figures().moved()).isEqualTo(1);
    apply(changes, held);
    assertThat(held).isEqualTo(byRecord(whole));

    Refresh nothing =
        refresh("nothing", RefreshContent.CHANGES, changes.holding(), ExtractFormat.CSV_ZSTD);
    assertThat(nothing.lines()).isEmpty();
    assertThat(nothing.figures()).isEqualTo(new RefreshFigures(0, 0, 0, held.size(), 0));
  }

  @Test
  void the_files_are_those_of_a_release_without_refreshes() throws Exception {
    Refresh refresh = refresh("refresh", RefreshContent.FULL, null, ExtractFormat.CSV_ZSTD);
    Path plain = folder.resolve("plain");
    ReleasePlan plan = fixture.plan(agreement.order());
    fixture.release(plan, keys, fixture.log(), plain, 2);

    assertThat(ReleaseFixture.files(refresh.stage())).hasSize(3);
    ReleaseFixture.files(plain)
        .forEach(
            (name, bytes) ->
                assertThat(refresh.stage().resolve("data").resolve(name)).hasBinaryContent(bytes));
  }

  @Test
  void changes_are_read_as_parquet_too() throws Exception {
    Refresh first = refresh("first", RefreshContent.FULL, null, ExtractFormat.PARQUET);
    somethingChanges();
    Refresh changes =
        refresh("changes", RefreshContent.CHANGES, first.holding(), ExtractFormat.PARQUET);

    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement query = duck.createStatement();
        ResultSet found =
            query.executeQuery(
                "SELECT count(*) FILTER (WHERE CHANGE = 'added'),"
                    + " count(*) FILTER (WHERE CHANGE = 'changed'),"
                    + " count(*) FILTER (WHERE CHANGE = 'removed' AND MODALITY IS NULL AND "
                    + RECORD
                    + " IS NOT NULL) FROM read_parquet('"
                    + changes.stage().resolve("data")
                    + "/*.parquet')")) {
      found.next();
      assertThat(found.getLong(1)).isEqualTo(changes.figures().added());
      assertThat(found.getLong(2)).isEqualTo(changes.figures().changed()).isPositive();
      assertThat(found.getLong(3)).isEqualTo(changes.figures().removed()).isPositive();
    }
  }

  @Test
  void a_month_that_comes_is_added_and_one_of_which_nothing_is_left_is_removed() throws Exception {
    inSource(
        "CREATE TABLE bench.kept AS SELECT * FROM source.did_event WHERE test_month = 2",
        "DELETE FROM source.did_event WHERE test_month = 2");
    Refresh first = refresh("first", RefreshContent.FULL, null, ExtractFormat.CSV_ZSTD);
    Map<String, String> held = byRecord(first);

    inSource(
        "INSERT INTO source.did_event SELECT * FROM bench.kept",
        "DELETE FROM source.did_event WHERE test_month = 3");
    Refresh changes =
        refresh("changes", RefreshContent.CHANGES, first.holding(), ExtractFormat.CSV_ZSTD);
    Refresh whole = refresh("whole", RefreshContent.FULL, first.holding(), ExtractFormat.CSV_ZSTD);

    assertThat(changes.figures().added()).isPositive();
    assertThat(changes.figures().removed()).isPositive();
    assertThat(whole.figures()).isEqualTo(changes.figures());
    assertThat(ReleaseFixture.files(whole.stage()).keySet())
        .containsExactly("2025-01.csv.zst", "2025-02.csv.zst");
    apply(changes, held);
    assertThat(held).isEqualTo(byRecord(whole));

    Refresh nothing =
        refresh("nothing", RefreshContent.CHANGES, changes.holding(), ExtractFormat.CSV_ZSTD);
    assertThat(nothing.figures()).isEqualTo(new RefreshFigures(0, 0, 0, held.size(), 0));
    assertThat(ReleaseFixture.files(nothing.stage())).hasSize(2);
  }

  private void inSource(String... changes) throws SQLException {
    try (Connection superuser = fixture.database().superuser();
        Statement statement = superuser.createStatement()) {
      for (String change : changes) {
        statement.execute(change);
      }
    }
  }

  /** Some records go, some are corrected, one becomes another person's. */
  private void somethingChanges() throws SQLException {
    inSource(
        "DELETE FROM source.did_event WHERE get_byte(record_ref, 3) < 20",
        "UPDATE source.did_event SET age = age + 1 WHERE get_byte(record_ref, 5) < 25 AND age < 90",
        "UPDATE source.did_event SET person_ref = decode(md5('somebody'), 'hex')"
            + " WHERE record_ref = (SELECT max(record_ref) FROM source.did_event)");
  }

  private Refresh refresh(String name, RefreshContent content, Holding before, ExtractFormat format)
      throws Exception {
    ReleasePlan approved = fixture.plan(agreement.order());
    Path stage = Files.createDirectories(folder.resolve(name));
    Holding now = new Holding(folder.resolve(name + "-holding"));
    now.prepare();
    RefreshPlan refresh = new RefreshPlan(content, Optional.ofNullable(before), now);
    ReleasePlan plan = refresh.over(approved);
    RefreshSink sink =
        new RefreshSink(refresh, plan, DataSinks.of(format, stage, refresh.written(plan)));
    fixture.release(sink.reading(plan), keys, fixture.log(), sink, stage, 2);
    now.complete(plan.partitions());
    return new Refresh(stage, now, plan, refresh);
  }

  private static Map<String, String> byRecord(Refresh refresh) throws IOException {
    Map<String, String> rows = new TreeMap<>();
    refresh.lines().forEach(line -> rows.put(refresh.recordOf(line), line));
    return rows;
  }

  private static void apply(Refresh changes, Map<String, String> held) throws IOException {
    for (String line : changes.lines()) {
      String row = line.substring(line.indexOf(',') + 1);
      if (line.startsWith("removed,")) {
        assertThat(held.remove(changes.recordOf(line))).isNotNull();
      } else {
        held.put(changes.recordOf(line), row);
      }
    }
  }

  private record Refresh(Path stage, Holding holding, ReleasePlan plan, RefreshPlan refresh) {

    private List<String> lines() throws IOException {
      return ReleaseFixture.lines(stage);
    }

    private RefreshFigures figures() throws IOException {
      return refresh.figures(plan.partitions());
    }

    private String recordOf(String line) {
      List<String> names = refresh.written(plan).stream().map(column -> column.name()).toList();
      return line.split(",", -1)[names.indexOf(RECORD)];
    }
  }
}
