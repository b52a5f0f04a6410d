package org.didaccess.source.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.source.Submissions.file;

import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.source.LoadReceipt;
import org.didaccess.source.Replacement;
import org.didaccess.source.StoredSubmission;
import org.didaccess.source.SubmissionMetadata;

/** A real database into which a test loads submissions, and looks as a superuser. */
final class LoadedDatabase {

  private static final SubmissionEngine ENGINE =
      new SubmissionEngine(ReferenceFiles.sample(), Runnable::run);
  private static final LocalDate MAY = LocalDate.of(2024, 5, 20);

  private final EphemeralDatabase database;

  private LoadedDatabase(EphemeralDatabase database) {
    this.database = database;
  }

  static LoadedDatabase fresh() {
    return new LoadedDatabase(EphemeralDatabase.fresh());
  }

  EphemeralDatabase database() {
    return database;
  }

  DataSource loader() {
    return database.as("did_loader");
  }

  static SubmissionMetadata may() {
    return received(MAY);
  }

  static SubmissionMetadata received(LocalDate day) {
    return SubmissionMetadata.of("Z1A", day);
  }

  StoredSubmission stored(String csv, SubmissionMetadata metadata) {
    return load(csv, metadata).stored().orElseThrow();
  }

  StoredSubmission replaced(String csv, SubmissionMetadata metadata, Replacement replacement) {
    return ENGINE
        .load(
            file(csv),
            metadata,
            Optional.of(replacement),
            OutputStream.nullOutputStream(),
            loader())
        .stored()
        .orElseThrow();
  }

  LoadReceipt load(String csv, SubmissionMetadata metadata) {
    return ENGINE.load(file(csv), metadata, OutputStream.nullOutputStream(), loader());
  }

  /** Who each record, by its accession number, is about. */
  Map<String, String> people() throws SQLException {
    Map<String, String> people = new TreeMap<>();
    try (Connection connection = database.superuser();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT r.accession_number, encode(e.person_ref, 'hex') FROM source.did_event e"
                    + " JOIN vault.record r USING (record_ref)")) {
      while (rows.next()) {
        people.put(rows.getString(1), rows.getString(2));
      }
    }
    return people;
  }

  void run(String sql) throws SQLException {
    try (Connection connection = database.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  long number(String sql) throws SQLException {
    return Long.parseLong(text(sql));
  }

  /** Changes what no login can change. */
  void change(String sql) throws SQLException {
    try (Connection connection = database.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  String text(String sql) throws SQLException {
    try (Connection connection = database.superuser();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
