package org.didaccess.shared.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.didaccess.shared.GuardRefused;

/**
 * Runs constant SQL with bound parameters on the main datasource, in the caller's transaction. A
 * refusal of the guard becomes {@link GuardRefused}; any other failure is the server's own.
 */
@ApplicationScoped
public class Database {

  private static final String GUARD_CODES = "DA";

  @Resource(lookup = "java:jboss/datasources/DidAccess")
  private DataSource source;

  /** For the container. */
  public Database() {
    // the container sets the datasource
  }

  /** Over a given datasource. */
  public Database(DataSource source) {
    this.source = source;
  }

  /** Turns one row into a value. */
  @FunctionalInterface
  public interface RowReader<T> {

    /** Reads the row at the cursor. */
    T read(ResultSet row) throws SQLException;
  }

  /** All rows of a query. */
  public <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
    return run(
        sql,
        parameters,
        statement -> {
          List<T> found = new ArrayList<>();
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              found.add(reader.read(rows));
            }
          }
          return found;
        });
  }

  /** The first row of a query, if there is one. */
  public <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters) {
    return list(sql, reader, parameters).stream().findFirst();
  }

  /** The one value of a query or function call, or null. */
  public <T> T value(String sql, Class<T> type, Object... parameters) {
    List<T> values = new ArrayList<>();
    list(sql, row -> values.add(row.getObject(1, type)), parameters);
    return values.isEmpty() ? null : values.get(0);
  }

  /** Calls a function whose answer does not matter. */
  public void call(String sql, Object... parameters) {
    list(sql, row -> Boolean.TRUE, parameters);
  }

  /** Inserts, updates or deletes; the number of rows. */
  public int update(String sql, Object... parameters) {
    return run(sql, parameters, PreparedStatement::executeUpdate);
  }

  /** The count that the query gives. */
  public long count(String sql, Object... parameters) {
    return value(sql, Long.class, parameters);
  }

  @FunctionalInterface
  private interface Work<T> {
    T with(PreparedStatement statement) throws SQLException;
  }

  private <T> T run(String sql, Object[] parameters, Work<T> work) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(connection, statement, parameters);
      return work.with(statement);
    } catch (SQLException failure) {
      throw translated(failure);
    }
  }

  private static void bind(Connection connection, PreparedStatement statement, Object[] parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      Object parameter = parameters[i];
      if (parameter instanceof UUID[] ids) {
        statement.setArray(i + 1, connection.createArrayOf("uuid", ids));
      } else if (parameter instanceof String[] texts) {
        statement.setArray(i + 1, connection.createArrayOf("text", texts));
      } else if (parameter instanceof Instant instant) {
        statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
      } else if (parameter == null) {
        statement.setNull(i + 1, Types.OTHER);
      } else {
        statement.setObject(i + 1, parameter);
      }
    }
  }

  /** The instant in a column, or null. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }

  /** The id in a column, or null. */
  public static UUID id(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  /** The texts of an array column; empty where it is null. */
  public static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  /** The ids of an array column; empty where it is null. */
  public static List<UUID> ids(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : List.of((UUID[]) array.getArray());
  }

  private static RuntimeException translated(SQLException failure) {
    String state = failure.getSQLState();
    if (state != null && state.startsWith(GUARD_CODES)) {
      return new GuardRefused(state, GuardSentence.of(failure));
    }
    return new IllegalStateException("The database did not do this, state " + state, failure);
  }
}
