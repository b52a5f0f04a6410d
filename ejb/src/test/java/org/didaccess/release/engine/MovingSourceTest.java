package org.didaccess.release.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.didaccess.db.rehearsal.RehearsedAgreement;
import org.didaccess.pseudonym.ReleaseKeys;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.ReleaseFixture;
import org.didaccess.release.bag.DataSinks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the source becomes while a run reads it: the run's months are of one moment all the same.
 */
class MovingSourceTest {

  private static final Months.Losses NONE = finished -> List.of();

  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final ReleaseKeys keys = ReleaseFixture.newKeys();
  private final Deque<List<String>> changes = new ArrayDeque<>();

  @TempDir private Path folder;
  private ReleaseFixture fixture;
  private RehearsedAgreement agreement;

  @BeforeEach
  void an_agreement_over_three_months() throws Exception {
    fixture = ReleaseFixture.fresh();
    agreement = fixture.agreement("AGE", "MODALITY", "PERSON_ID", "SUBMISSION_DATA_ID");
  }

  @AfterEach
  void end() {
    executor.shutdownNow();
  }

  @Test
  void records_that_move_to_another_month_leave_once_and_people_have_one_token() throws Exception {
    changes.add(
        List.of(
            "UPDATE source.did_event SET person_ref = decode(md5('merged'), 'hex')"
                + " WHERE get_byte(person_ref, 0) < 40",
            "UPDATE source.did_event SET test_date = test_date + 31, test_month = 2"
                + " WHERE test_date < '2025-01-03'"));

    assertThat(written("moved")).isEqualTo(List.of("2025-01", "2025-02", "2025-03"));

    List<String> records =
        ReleaseFixture.lines(folder.resolve("moved")).stream()
            .map(line -> line.substring(line.lastIndexOf(',') + 1))
            .toList();
    assertThat(records).hasSize(ReleaseFixture.ROWS).doesNotHaveDuplicates();
    isAsReadFromAQuietSource("moved");
  }

  @Test
  void it_follows_a_source_that_changes_again_and_again() throws Exception {
    for (int i = 0; i < 3; i++) {
      changes.add(List.of("UPDATE source.did_event SET age = age + 1 WHERE test_month = 1"));
    }
    written("often");
    assertThat(changes).isEmpty();
    isAsReadFromAQuietSource("often");
  }

  @Test
  void a_month_that_comes_meanwhile_is_written_and_one_that_goes_is_not() throws Exception {
    change(
        List.of(
            "CREATE TABLE bench.kept AS SELECT * FROM source.did_event WHERE test_month = 2",
            "DELETE FROM source.did_event WHERE test_month = 2"));
    changes.add(
        List.of(
            "INSERT INTO source.did_event SELECT * FROM bench.kept",
            "DELETE FROM source.did_event WHERE test_month = 3"));
    assertThat(written("comes")).isEqualTo(List.of("2025-01", "2025-02"));
    isAsReadFromAQuietSource("comes");
  }

  @Test
  void packing_a_month_changes_none_of_its_rows() throws Exception {
    changes.add(List.of("DELETE FROM source.packed_event"));
    ReleasePlan plan = fixture.plan(agreement.order());
    MonthStates before = states(plan);
    written("packed");
    assertThat(states(plan).of(YearMonth.of(2025, 1))).isEqualTo(before.of(YearMonth.of(2025, 1)));
  }

  private List<String> written(String name) throws Exception {
    ReleasePlan plan = fixture.plan(agreement.order());
    Path stage = Files.createDirectories(folder.resolve(name));
    EngineSettings settings = new EngineSettings(1, 1 << 16, stage.resolve("spill"));
    return new Months(
            new ReleaseEngine(fixture.database().as("did_release"), settings, executor),
            plan,
            keys,
            fixture.log(),
            new Moving(DataSinks.of(ExtractFormat.CSV_ZSTD, stage, plan.columns())))
        .writeAll(new RunControl(), NONE, NONE).orElseThrow().stream()
            .map(month -> month.month().toString())
            .toList();
  }

  /** The same months give the same bytes, as if nothing had changed while they were read. */
  private void isAsReadFromAQuietSource(String name) throws Exception {
    List<String> months = written(name + "-quiet");
    for (String month : months) {
      String file = "data/" + month + ".csv.zst";
      assertThat(folder.resolve(name).resolve(file))
          .hasSameBinaryContentAs(folder.resolve(name + "-quiet").resolve(file));
    }
  }

  private MonthStates states(ReleasePlan plan) throws SQLException {
    try (Connection release = fixture.database().connect("did_release")) {
      return MonthStates.read(release, plan);
    }
  }

  private void change(List<String> statements) throws SQLException {
    try (Connection superuser = fixture.database().superuser();
        Statement statement = superuser.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  /** After each January the source changes once more, while there are changes left. */
  private final class Moving implements PartitionSink {

    private final PartitionSink files;

    private Moving(PartitionSink files) {
      this.files = files;
    }

    @Override
    public PartitionWriter open(YearMonth month) throws IOException {
      PartitionWriter file = files.open(month);
      return new PartitionWriter() {
        @Override
        public void row(byte[] buffer, int offset, int length) throws IOException {
          file.row(buffer, offset, length);
        }

        @Override
        public WrittenPartition commit() throws IOException {
          WrittenPartition written = file.commit();
          if (month.getMonthValue() == 1 && !changes.isEmpty()) {
            try {
              change(changes.remove());
            } catch (SQLException failed) {
              throw new IOException(failed);
            }
          }
          return written;
        }

        @Override
        public void close() throws IOException {
          file.close();
        }
      };
    }
  }
}
