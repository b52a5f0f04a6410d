package org.didaccess.launcher.bench;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Optional;
import org.didaccess.db.PrivateFiles;
import org.didaccess.launcher.LaunchProblem;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.bag.PackageVerifier;
import org.didaccess.release.bag.SignerKeys;
import org.didaccess.release.bag.Verification;

/**
 * The whole release beside plain ways of getting the same rows out: warmed up once, then by turns.
 */
public final class ExtractBench {

  private final long rows;
  private final int turns;
  private final int workers;
  private final ExtractFormat format;
  private final PrintStream progress;

  private final Turns release = new Turns();
  private final Turns csvRelease = new Turns();
  private final Turns driver = new Turns();
  private final Turns psql = new Turns();
  private final Turns pgcrypto = new Turns();
  private final Turns duckDb = new Turns();
  private ReleaseProcess.Answer last;

  /**
   * A measurement.
   *
   * @param turns how often each contender runs after its warm-up
   * @param workers connections of the release
   * @param format the form of the data files
   * @param progress where to tell how far it is
   */
  public ExtractBench(
      long rows, int turns, int workers, ExtractFormat format, PrintStream progress) {
    this.rows = rows;
    this.turns = turns;
    this.workers = workers;
    this.format = format;
    this.progress = progress;
  }

  /** Measures, checks the package that was made, and gives the figures. */
  public JsonObject run() throws Exception {
    KeyPair recipient = new X25519KeyPairGenerator().generateKeyPair();
    String recipientKey = text(recipient.getPublic().getEncoded());
    progress.println("Making " + rows + " invented rows …");
    BenchSubject subject = BenchSubject.of(rows, recipientKey);
    Path folder = Files.createTempDirectory("did-bench-");
    try (ReleaseProcess process =
            new ReleaseProcess(subject.database(), folder, recipientKey, workers, format);
        CsvBeside csv = new CsvBeside(subject, folder, recipientKey)) {
      measure(subject, process, csv, folder);
      verify(text(recipient.getPrivate().getEncoded()));
      return figures();
    } finally {
      PrivateFiles.deleteTree(folder);
    }
  }

  /** The release as CSV with zstd, where the one that is measured has another form. */
  private final class CsvBeside implements AutoCloseable {

    private final BenchSubject subject;
    private final Optional<ReleaseProcess> process;

    private CsvBeside(BenchSubject subject, Path folder, String recipientKey) throws IOException {
      this.subject = subject;
      this.process =
          format == ExtractFormat.CSV_ZSTD
              ? Optional.empty()
              : Optional.of(
                  new ReleaseProcess(
                      subject.database(), folder, recipientKey, workers, ExtractFormat.CSV_ZSTD));
    }

    private Optional<ReleaseProcess.Answer> release() throws Exception {
      return process.isPresent()
          ? Optional.of(process.get().release(subject.agreement().order()))
          : Optional.empty();
    }

    @Override
    public void close() {
      process.ifPresent(ReleaseProcess::close);
    }
  }

  private void measure(BenchSubject subject, ReleaseProcess process, CsvBeside csv, Path folder)
      throws Exception {
    Baselines baselines = new Baselines(subject.database());
    DuckDbBaseline parquet = new DuckDbBaseline(baselines, folder, workers);
    progress.println("Warming up …");
    process.release(subject.agreement().order());
    csv.release();
    baselines.copyByDriver();
    parquet.sha256ToCsv();
    long begun = System.nanoTime();
    for (int turn = 1; turn <= turns; turn++) {
      last = process.release(subject.agreement().order());
      release.add(last.nanos());
      csv.release().ifPresent(answer -> csvRelease.add(answer.nanos()));
      driver.time(baselines::copyByDriver);
      if (baselines.hasPsql()) {
        psql.time(baselines::copyByPsql);
      }
      pgcrypto.time(baselines::pgcryptoThroughGzip);
      duckDb.time(parquet::sha256ToCsv);
      long each = (System.nanoTime() - begun) / turn / 1_000_000_000;
      progress.println(
          "Turn " + turn + " of " + turns + ", about " + each * (turns - turn) + " s left");
    }
  }

  /** A figure for a package that does not verify would be worth nothing. */
  private void verify(String identity) throws IOException {
    Verification verification =
        new PackageVerifier(Optional.of(SignerKeys.read(last.signer())), Optional.of(identity))
            .verify(last.packageFile());
    if (verification.outcome() != Verification.Outcome.VERIFIED || verification.rows() != rows) {
      throw new LaunchProblem("The package that was made does not verify: " + verification);
    }
  }

  private JsonObject figures() {
    double copy = Math.max(driver.rowsPerSecond(rows), psqlRowsPerSecond());
    double released = release.rowsPerSecond(rows);
    double hashed = pgcrypto.rowsPerSecond(rows);
    double hashedByDuckDb = duckDb.rowsPerSecond(rows);
    JsonObjectBuilder figures =
        Json.createObjectBuilder()
            .add("rows", rows)
            .add("format", format.name())
            .add("release_rows_per_s", Math.round(released))
            .add("copy_rows_per_s", Math.round(copy))
            .add("pgcrypto_gzip_rows_per_s", Math.round(hashed))
            .add("duckdb_rows_per_s", Math.round(hashedByDuckDb))
            .add("ratio_copy", twoDigits(released / copy))
            .add("ratio_pgcrypto", twoDigits(released / hashed))
            .add("ratio_duckdb", twoDigits(released / hashedByDuckDb))
            .add("heap_mib", last.heapMib())
            .add("turns", turns)
            .add("workers", workers)
            .add("verified", true)
            .add("spread", spreads());
    if (!csvRelease.isEmpty()) {
      double csv = csvRelease.rowsPerSecond(rows);
      figures
          .add("csv_release_rows_per_s", Math.round(csv))
          .add("ratio_csv", twoDigits(released / csv));
    }
    return figures.build();
  }

  private JsonObjectBuilder spreads() {
    JsonObjectBuilder spreads =
        Json.createObjectBuilder()
            .add("release", release.spread(rows))
            .add("copy_jdbc", driver.spread(rows))
            .add("pgcrypto_gzip", pgcrypto.spread(rows))
            .add("duckdb", duckDb.spread(rows));
    return psqlRowsPerSecond() > 0 ? spreads.add("copy_psql", psql.spread(rows)) : spreads;
  }

  private double psqlRowsPerSecond() {
    return psql.isEmpty() ? 0 : psql.rowsPerSecond(rows);
  }

  private static double twoDigits(double ratio) {
    return Math.round(ratio * 100) / 100.0;
  }

  private static String text(byte[] ascii) {
    return new String(ascii, StandardCharsets.US_ASCII);
  }
}
