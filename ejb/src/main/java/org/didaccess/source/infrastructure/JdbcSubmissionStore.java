package org.didaccess.source.infrastructure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.SubmissionSummary;
import org.didaccess.source.application.SubmissionStore;
import org.didaccess.source.application.UploadWatch;
import org.didaccess.source.domain.reference.Label;
import org.didaccess.source.domain.reference.Reference;

/** Submissions in PostgreSQL, as the login {@code did_loader}. */
public final class JdbcSubmissionStore implements SubmissionStore {

  private final DataSource loader;
  private final UploadWatch watch;

  /**
   * A store.
   *
   * @param loader connections of {@code did_loader}, outside any container transaction
   */
  public JdbcSubmissionStore(DataSource loader) {
    this(loader, new UploadWatch());
  }

  /** A store whose load may be called off. */
  JdbcSubmissionStore(DataSource loader, UploadWatch watch) {
    this.loader = loader;
    this.watch = watch;
  }

  @Override
  public Staging open(Reference reference) {
    Connection connection = connect();
    try {
      registerReference(connection, reference);
      try (Statement statement = connection.createStatement()) {
        statement.execute("SELECT source.open_staging()");
      }
      return new StagingCopy(connection, reference, watch);
    } catch (SQLException e) {
      InvalidSubmissionException failure = failure(e);
      try {
        connection.close();
      } catch (SQLException suppressed) {
        failure.addSuppressed(suppressed);
      }
      throw failure;
    }
  }

  @Override
  public Optional<SubmissionSummary> find(long id) {
    try (Connection connection = loader.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT * FROM source.submission_summary WHERE id = ?")) {
      statement.setLong(1, id);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? Optional.of(summary(result)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new InvalidSubmissionException("Submissions cannot be read now. Try again.", e);
    }
  }

  @Override
  public Page<SubmissionSummary> list(PageRequest request) {
    try (Connection connection = loader.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT id, submitter, received_on, reporting_month, reference_version, row_count,"
                    + " accepted, rejected, warnings, state, loaded_at, count(*) OVER () AS total"
                    + " FROM source.submission_summary"
                    + " ORDER BY received_on DESC, loaded_at DESC, id OFFSET ? LIMIT ?")) {
      statement.setInt(1, request.offset());
      statement.setInt(2, request.limit());
      try (ResultSet result = statement.executeQuery()) {
        List<SubmissionSummary> items = new ArrayList<>();
        long total = 0;
        while (result.next()) {
          items.add(summary(result));
          total = result.getLong("total");
        }
        return new Page<>(items, total);
      }
    } catch (SQLException e) {
      throw new InvalidSubmissionException(
          "The list of submissions cannot be read now. Try again.", e);
    }
  }

  private Connection connect() {
    try {
      Connection connection = loader.getConnection();
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      throw new InvalidSubmissionException(
          "The database cannot be reached. Start it and try again.", e);
    }
  }

  private static void registerReference(Connection connection, Reference reference)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT source.register_reference(?, ?, ?, ?, ?)")) {
      statement.setString(1, reference.version());
      statement.setBytes(2, reference.sha256());
      statement.setArray(3, texts(connection, reference.labels(), Label::kind));
      statement.setArray(4, texts(connection, reference.labels(), Label::code));
      statement.setArray(5, texts(connection, reference.labels(), Label::text));
      statement.execute();
    }
  }

  private static java.sql.Array texts(
      Connection connection, List<Label> labels, Function<Label, String> part) throws SQLException {
    return connection.createArrayOf("text", labels.stream().map(part).toArray());
  }

  /** A reference whose version is taken is the one fault that the loader can mend. */
  private static InvalidSubmissionException failure(SQLException e) {
    return "DS001".equals(e.getSQLState())
        ? new InvalidSubmissionException(
            "This reference's version is known with other contents. Give it a new version.", e)
        : StagingCopy.notStored(e);
  }

  private static SubmissionSummary summary(ResultSet row) throws SQLException {
    return new SubmissionSummary(
        row.getLong("id"),
        row.getString("submitter"),
        row.getDate("received_on").toLocalDate(),
        YearMonth.from(row.getDate("reporting_month").toLocalDate()),
        row.getString("reference_version"),
        row.getLong("row_count"),
        row.getLong("accepted"),
        row.getLong("rejected"),
        row.getLong("warnings"),
        row.getString("state"),
        row.getTimestamp("loaded_at").toInstant());
  }
}
