package org.didaccess.release;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.db.rehearsal.InventedRows;
import org.didaccess.db.rehearsal.OrderedRun;
import org.didaccess.db.rehearsal.Rehearsal;
import org.didaccess.db.rehearsal.RehearsedAgreement;
import org.didaccess.db.rehearsal.Terms;
import org.didaccess.pseudonym.ReleaseKeys;
import org.didaccess.pseudonym.TokenKey;
import org.didaccess.pseudonym.WatermarkKey;
import org.didaccess.release.bag.DataSinks;
import org.didaccess.release.engine.EngineSettings;
import org.didaccess.release.engine.PartitionLog;
import org.didaccess.release.engine.PartitionSink;
import org.didaccess.release.engine.ReleaseEngine;
import org.didaccess.release.engine.ReleasePlan;
import org.didaccess.release.engine.RunControl;
import org.didaccess.release.engine.WrittenPartition;
import org.didaccess.release.infrastructure.JdbcPartitionLog;
import org.didaccess.release.infrastructure.JdbcRunPlans;

/** Releases of three invented months from a real, guarded database. */
public final class ReleaseFixture {

  /** Rows over all three months. */
  public static final int ROWS = 6_000;

  /** The smallest memory that sorting takes: the months spill to disk. */
  private static final int LITTLE = 1 << 16;

  private static final int LEASE_SECONDS = 30;
  private static final YearMonth FIRST = YearMonth.of(2025, 1);
  private static final ExecutorService EXECUTOR =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "release-worker");
            thread.setDaemon(true);
            return thread;
          });

  private static ReleaseFixture shared;

  private final EphemeralDatabase database;
  private final Rehearsal rehearsal;

  private ReleaseFixture() throws SQLException {
    database = EphemeralDatabase.fresh();
    InventedRows.fill(database, FIRST, 3, ROWS);
    InventedRows.pack(database);
    rehearsal = Rehearsal.in(database);
  }

  /** One database, with packed months, for all tests; each reaches an agreement of its own. */
  public static synchronized ReleaseFixture shared() throws SQLException {
    if (shared == null) {
      shared = new ReleaseFixture();
    }
    return shared;
  }

  /** A database of its own, for a test that changes the source. */
  public static ReleaseFixture fresh() throws SQLException {
    return new ReleaseFixture();
  }

  public EphemeralDatabase database() {
    return database;
  }

  /** An agreement in force over all three months. */
  public RehearsedAgreement agreement(String... fields) throws SQLException {
    return agreementAt("row-level", fields);
  }

  /** The same over counts by the fields. */
  public RehearsedAgreement aggregate(String... fields) throws SQLException {
    return agreementAt("aggregate", fields);
  }

  private RehearsedAgreement agreementAt(String level, String... fields) throws SQLException {
    return rehearsal.agreement(
        new Terms(
            level,
            List.of(fields),
            FIRST.atDay(1),
            FIRST.plusMonths(2).atEndOfMonth(),
            "age1inventedrecipientkey"));
  }

  /** What the guard lets the run read. */
  public ReleasePlan plan(OrderedRun run) {
    return new JdbcRunPlans(database.as("did_release"), database.as("did_app"))
        .plan(run.id(), run.token());
  }

  /** The leases in the database. */
  public JdbcPartitionLog log() {
    return new JdbcPartitionLog(database.as("did_app"), LEASE_SECONDS);
  }

  /** Keys of some agreement and some recipient. */
  public static ReleaseKeys newKeys() {
    SecureRandom random = new SecureRandom();
    return ReleaseKeys.marked(TokenKey.random(random), new WatermarkKey(TokenKey.random(random)));
  }

  /** Releases with a number of workers into a folder. */
  public List<WrittenPartition> release(
      ReleasePlan plan, ReleaseKeys keys, PartitionLog log, Path folder, int workers)
      throws IOException {
    return release(
        plan,
        keys,
        log,
        DataSinks.of(ExtractFormat.CSV_ZSTD, folder, plan.columns()),
        folder,
        workers);
  }

  public List<WrittenPartition> release(
      ReleasePlan plan,
      ReleaseKeys keys,
      PartitionLog log,
      PartitionSink sink,
      Path folder,
      int workers) {
    EngineSettings settings = new EngineSettings(workers, LITTLE, folder.resolve("spill"));
    return new ReleaseEngine(database.as("did_release"), settings, EXECUTOR)
        .run(plan, keys, log, sink, new RunControl());
  }

  /** The data files by name. */
  public static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (var listed = Files.list(folder.resolve("data"))) {
      for (Path file : listed.toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  /** The lines of all months without their headers. */
  public static List<String> lines(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    for (byte[] file : files(folder).values()) {
      try (var zstd = new ZstdInputStream(new ByteArrayInputStream(file))) {
        String text = new String(zstd.readAllBytes(), StandardCharsets.UTF_8);
        text.lines().skip(1).forEach(lines::add);
      }
    }
    return lines;
  }
}
