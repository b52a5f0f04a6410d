package org.didaccess.source.infrastructure;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.didaccess.source.CohortReport;
import org.didaccess.source.CohortStore;
import org.didaccess.source.InvalidSubmissionException;

/** Cohorts in PostgreSQL: matched as the login {@code did_loader}; needs no container. */
public final class JdbcCohorts implements CohortStore {

  private static final String OPEN = "SELECT source.open_cohort()";
  private static final String COPY =
      "COPY pg_temp.cohort_line (study_id, nhs_number, birth_date, gender, postcode) FROM STDIN";
  private static final String ACCEPT = "SELECT source.accept_cohort(?, ?)";
  private static final String COHORT =
      """
      SELECT c.id, c.lines, c.by_number, c.by_details, c.ambiguous, c.unmatched, c.loaded_at
      FROM source.cohort_report c""";
  private static final String ONE = COHORT + " WHERE c.id = ?";
  private static final String LATEST =
      COHORT
          + " JOIN ledger.agreement a ON a.selection_id = c.selection_id WHERE a.id = ?"
          + " ORDER BY c.id DESC LIMIT 1";

  private final DataSource loader;
  private final DataSource main;

  /**
   * Cohorts.
   *
   * @param loader connections of {@code did_loader}, outside any container transaction
   * @param main connections of {@code did_app}
   */
  public JdbcCohorts(DataSource loader, DataSource main) {
    this.loader = loader;
    this.main = main;
  }

  @Override
  public CohortReport load(InputStream file, UUID agreement) {
    CohortFile lines = new CohortFile(file);
    LoaderTransaction transaction = new LoaderTransaction(loader, "The cohort");
    Long stored =
        transaction.run(
            connection -> {
              transaction.stage(connection, OPEN, COPY, lines::each);
              return accept(connection, agreement, lines.sha256());
            });
    if (stored == null) {
      throw new InvalidSubmissionException(
          "As many cohorts were loaded for this agreement as a day allows. Nothing was matched, and"
              + " the cohort before stays: load the file again tomorrow.");
    }
    // The database shows a report only once its load is stored.
    return transaction.run(connection -> read(connection, stored));
  }

  @Override
  public Optional<CohortReport> latest(UUID agreement) {
    try (Connection connection = main.getConnection();
        PreparedStatement statement = connection.prepareStatement(LATEST)) {
      statement.setObject(1, agreement);
      try (ResultSet found = statement.executeQuery()) {
        return found.next() ? Optional.of(report(found)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new InvalidSubmissionException("The cohort cannot be read now. Try again.", e);
    }
  }

  /** The cohort's number, or null where the day's loads are used up. */
  private static Long accept(Connection connection, UUID agreement, byte[] fileSha256)
      throws SQLException {
    try (PreparedStatement accept = connection.prepareStatement(ACCEPT)) {
      accept.setObject(1, agreement);
      accept.setBytes(2, fileSha256);
      try (ResultSet id = accept.executeQuery()) {
        id.next();
        return id.getObject(1, Long.class);
      }
    }
  }

  private static CohortReport read(Connection connection, long cohort) throws SQLException {
    try (PreparedStatement read = connection.prepareStatement(ONE)) {
      read.setLong(1, cohort);
      try (ResultSet stored = read.executeQuery()) {
        stored.next();
        return report(stored);
      }
    }
  }

  private static CohortReport report(ResultSet row) throws SQLException {
    return new CohortReport(
        row.getLong("id"),
        row.getLong("lines"),
        row.getObject("by_number", Long.class),
        row.getObject("by_details", Long.class),
        row.getObject("ambiguous", Long.class),
        row.getObject("unmatched", Long.class),
        row.getTimestamp("loaded_at").toInstant());
  }
}
