package org.didaccess.launcher.bench;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.launcher.LaunchProblem;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** The plain ways of getting the same rows out, over one connection. */
final class Baselines {

  private static final String PLAIN = "COPY bench.plain TO STDOUT";

  /** Two HMACs a row inside the database, as one would do without a release engine. */
  private static final String PGCRYPTO =
      """
      COPY (SELECT encode(extension.hmac(person_ref, 'an invented key'::bytea, 'sha256'), 'hex'),
                   encode(extension.hmac(record_ref, 'an invented key'::bytea, 'sha256'), 'hex'),
                   age, age_band_5_years, ethnic_category_code, gender_code, lsoa, commissioner, source_setting,
                   derived_referrer_type, request_date, test_date, report_date, request_to_test_days, nicip,
                   snomed_ct, modality, region, site_code
            FROM bench.plain) TO STDOUT
      """;

  private final EphemeralDatabase database;
  private final Optional<Path> psql = found("psql");

  Baselines(EphemeralDatabase database) {
    this.database = database;
  }

  boolean hasPsql() {
    return psql.isPresent();
  }

  /** Text COPY through the JDBC driver, thrown away. */
  void copyByDriver() throws SQLException, IOException {
    copy(PLAIN, OutputStream.nullOutputStream());
  }

  /** Text COPY through psql, thrown away. */
  void copyByPsql() throws IOException, InterruptedException {
    URI address = URI.create(database.url().substring("jdbc:".length()));
    ProcessBuilder builder =
        new ProcessBuilder(
            psql.orElseThrow().toString(),
            "--no-psqlrc",
            "--host=" + address.getHost(),
            "--port=" + address.getPort(),
            "--username=" + BenchSubject.READER,
            "--dbname=" + database.name(),
            "--command=" + PLAIN);
    builder.environment().put("PGPASSWORD", database.secretOf(BenchSubject.READER));
    end(builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.INHERIT).start());
  }

  /** COPY with pgcrypto's hmac twice, piped through gzip -6. */
  void pgcryptoThroughGzip() throws SQLException, IOException, InterruptedException {
    Path gzip =
        found("gzip")
            .orElseThrow(() -> new LaunchProblem("The program gzip is needed for this baseline."));
    Process process =
        new ProcessBuilder(gzip.toString(), "-6")
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.INHERIT)
            .start();
    try (OutputStream pipe = process.getOutputStream()) {
      copy(PGCRYPTO, pipe);
    }
    end(process);
  }

  /** The plain table as CSV with a header. */
  void csv(OutputStream target) throws SQLException, IOException {
    copy("COPY bench.plain TO STDOUT (FORMAT csv, HEADER true)", target);
  }

  private void copy(String statement, OutputStream target) throws SQLException, IOException {
    try (Connection connection = database.connect(BenchSubject.READER)) {
      CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(statement);
      for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
        target.write(row);
      }
    }
  }

  private static void end(Process process) throws InterruptedException {
    if (process.waitFor() != 0) {
      throw new LaunchProblem("A baseline failed: " + process.info().command().orElse(""));
    }
  }

  private static Optional<Path> found(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
