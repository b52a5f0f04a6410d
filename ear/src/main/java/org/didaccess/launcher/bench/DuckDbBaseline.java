package org.didaccess.launcher.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * DuckDB as one would use it without a release engine: it reads a Parquet file of the same rows,
 * takes SHA-256 of both references, and writes CSV with zstd on as many threads as the release has
 * connections. No database, guard, order, proof or encryption.
 */
final class DuckDbBaseline {

  private final Path parquet;
  private final Path target;
  private final int threads;

  /** Makes the Parquet file from the plain table, outside of any measurement. */
  DuckDbBaseline(Baselines plain, Path folder, int threads) throws SQLException, IOException {
    this.parquet = folder.resolve("plain.parquet");
    this.target = folder.resolve("duckdb.csv.zst");
    this.threads = threads;
    Path csv = folder.resolve("plain.csv");
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(csv))) {
      plain.csv(file);
    }
    run(
        "COPY (FROM read_csv('%s', header = true)) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
            .formatted(csv, parquet));
    Files.delete(csv);
  }

  /** Both paths are of our own temporary folder. */
  void sha256ToCsv() throws SQLException {
    run(
        """
        COPY (SELECT * REPLACE (sha256('an invented key' || person_ref) AS person_ref,
                                sha256('an invented key' || record_ref) AS record_ref)
              FROM read_parquet('%s')) TO '%s' (FORMAT csv, COMPRESSION zstd)
        """
            .formatted(parquet, target));
  }

  private void run(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement duckDb = connection.createStatement()) {
      duckDb.execute("SET threads = " + threads);
      duckDb.execute("SET preserve_insertion_order = false");
      duckDb.execute(statement);
    }
  }
}
