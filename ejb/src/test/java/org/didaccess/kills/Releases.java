package org.didaccess.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.db.rehearsal.InventedRows;
import org.didaccess.db.rehearsal.OrderedRun;
import org.didaccess.db.rehearsal.Rehearsal;
import org.didaccess.db.rehearsal.RehearsedAgreement;
import org.didaccess.db.rehearsal.Terms;
import org.didaccess.release.ExtractFormat;
import org.didaccess.shared.Sha256;

/** Releases and refreshes of one agreement, whose files are compared with those of quiet runs. */
final class Releases {

  private static final int ROWS = 120_000;
  private static final int MONTHS = 6;
  private static final YearMonth FIRST = YearMonth.of(2025, 1);
  private static final Random KEYS = new Random(11);
  private static final String SOMETHING_CHANGES =
      "UPDATE source.did_event SET age = age + 1 WHERE get_byte(record_ref, 5) < 100 AND age < 90";

  private static final String HALF_ARE_PACKED =
      "SELECT source.pack_month(m) FROM (SELECT m FROM source.unpacked_months() AS m LIMIT 3) AS half";

  private final EphemeralDatabase database;
  private final RehearsedAgreement agreement;
  private final Path folder;
  private final String key = hex();
  private final String mark = hex();
  private final Path held;
  private final Map<Work, Map<String, String>> undisturbed = new TreeMap<>();
  private final Map<Work, Duration> usual = new TreeMap<>();

  /** What is killed. */
  enum Work {
    EXTRACT(Releasing.Kind.RELEASE, ExtractFormat.CSV_ZSTD),
    PARQUET(Releasing.Kind.RELEASE, ExtractFormat.PARQUET),
    REFRESH(Releasing.Kind.CHANGES, ExtractFormat.CSV_ZSTD);

    private final Releasing.Kind kind;
    private final ExtractFormat format;

    Work(Releasing.Kind kind, ExtractFormat format) {
      this.kind = kind;
      this.format = format;
    }
  }

  private Releases(EphemeralDatabase database, RehearsedAgreement agreement, Path folder) {
    this.database = database;
    this.agreement = agreement;
    this.folder = folder;
    this.held = folder.resolve("first");
  }

  /** An agreement over six months on the server of an empty database. */
  static Releases on(EphemeralDatabase empty, Path folder) throws Exception {
    EphemeralDatabase database = empty.copy();
    InventedRows.fill(database, FIRST, MONTHS, ROWS);
    RehearsedAgreement agreement =
        Rehearsal.in(database)
            .agreement(
                new Terms(
                    List.of(
                        "AGE",
                        "MODALITY",
                        "PERSON_ID",
                        "SUBMISSION_DATA_ID",
                        "DIAGNOSTIC_TEST_DATE"),
                    FIRST.atDay(1),
                    FIRST.plusMonths(MONTHS - 1L).atEndOfMonth(),
                    "age1inventedrecipientkey"));
    Releases releases = new Releases(database, agreement, folder);
    releases.first();
    for (Work work : Work.values()) {
      releases.undisturbed(work);
    }
    return releases;
  }

  /** Kills a run at some part of its usual time; the next process makes the same files of it. */
  boolean play(Work work, Victim victim, double moment) throws Exception {
    OrderedRun run = agreement.order();
    Path stage = stage(run);
    Labourer labourer = begin(work.kind, work.format, run, stage);
    Thread.sleep((long) (usual.get(work).toMillis() * moment));
    boolean midway = labourer.isAtWork();
    victim.strike(labourer, database);
    boolean told = labourer.saysDone();
    victim.revive(database);
    if (told) {
      assertThat(months(run)).hasSize(MONTHS);
    }
    begin(work.kind, work.format, run, stage).mustBeDone();
    assertThat(content(stage)).isEqualTo(undisturbed.get(work));
    assertThat(months(run)).hasSize(MONTHS).doesNotHaveDuplicates();
    return midway;
  }

  private void first() throws Exception {
    OrderedRun run = agreement.order();
    begin(Releasing.Kind.FIRST, ExtractFormat.CSV_ZSTD, run, Files.createDirectories(held))
        .mustBeDone();
    try (Connection superuser = database.superuser();
        Statement statement = superuser.createStatement()) {
      assertThat(statement.executeUpdate(SOMETHING_CHANGES)).isPositive();
      statement.execute(HALF_ARE_PACKED);
    }
  }

  private void undisturbed(Work work) throws Exception {
    OrderedRun run = agreement.order();
    Path stage = stage(run);
    Labourer labourer = begin(work.kind, work.format, run, stage);
    long begun = System.nanoTime();
    labourer.mustBeDone();
    usual.put(work, Duration.ofNanos(System.nanoTime() - begun));
    undisturbed.put(work, content(stage));
    assertThat(undisturbed.get(work)).hasSizeGreaterThanOrEqualTo(MONTHS);
  }

  private Path stage(OrderedRun run) throws IOException {
    return Files.createDirectories(folder.resolve(run.id().toString()));
  }

  private Labourer begin(Releasing.Kind kind, ExtractFormat format, OrderedRun run, Path stage)
      throws IOException {
    return Labourer.begin(
        Releasing.class,
        List.of(
            database.url(),
            database.secretOf("did_release"),
            database.secretOf("did_app"),
            run.id().toString(),
            run.token(),
            key,
            mark,
            stage.toString(),
            format.name(),
            kind.name(),
            held.resolve("holding").toString()),
        folder);
  }

  /** The finished months with their rows and digests. */
  private List<String> months(OrderedRun run) throws SQLException {
    List<String> months = new ArrayList<>();
    try (Connection superuser = database.superuser();
        var statement =
            superuser.prepareStatement(
                "SELECT concat_ws(' ', month, row_count, sha512) FROM app.release_partition"
                    + " WHERE run_id = ? AND finished_at IS NOT NULL ORDER BY month")) {
      statement.setObject(1, run.id());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          months.add(rows.getString(1));
        }
      }
    }
    return months;
  }

  /** What leaves and what is kept for the next refresh, by name; what was never whole does not. */
  private static Map<String, String> content(Path stage) throws IOException {
    Map<String, String> content = new TreeMap<>();
    for (String part : List.of("data", "holding")) {
      if (Files.isDirectory(stage.resolve(part))) {
        try (Stream<Path> files = Files.list(stage.resolve(part))) {
          for (Path file : files.filter(file -> !file.toString().endsWith(".part")).toList()) {
            content.put(
                part + "/" + file.getFileName(),
                HexFormat.of().formatHex(Sha256.digest().digest(Files.readAllBytes(file))));
          }
        }
      }
    }
    return content;
  }

  private static String hex() {
    byte[] bytes = new byte[32];
    KEYS.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
