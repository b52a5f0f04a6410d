package org.didaccess.pseudonym.infrastructure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.didaccess.pseudonym.KeyStoreException;
import org.didaccess.pseudonym.KeyWrapping;
import org.didaccess.pseudonym.WrappedSecrets;

/** Wrapped secrets in a column of the database; rewrapped page by page in one transaction. */
public final class WrappedColumn implements WrappedSecrets {

  private final DataSource source;
  private final String select;
  private final String update;
  private final Function<UUID, String> purpose;

  /**
   * A column.
   *
   * @param source connections of whoever may change it, outside any container transaction
   * @param select gives the id and the wrapped bytes of the next page of rows behind the id that is
   *     its one parameter, in the order of the ids; without that column where it is empty
   * @param update takes the wrapped bytes and the id
   * @param purpose for which the secret of that row is wrapped
   */
  public WrappedColumn(
      DataSource source, String select, String update, Function<UUID, String> purpose) {
    this.source = source;
    this.select = select;
    this.update = update;
    this.purpose = purpose;
  }

  @Override
  public long rewrap(KeyWrapping wrapping) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        long wrapped = rewrap(connection, wrapping);
        connection.commit();
        return wrapped;
      } finally {
        connection.rollback();
      }
    } catch (SQLException failed) {
      throw new KeyStoreException(
          "Secrets in the database could not be wrapped anew (state "
              + failed.getSQLState()
              + "). Start the rotation again.",
          failed);
    }
  }

  private long rewrap(Connection connection, KeyWrapping wrapping) throws SQLException {
    long wrapped = 0;
    UUID last = new UUID(0, 0);
    for (Map<UUID, byte[]> page = page(connection, last);
        !page.isEmpty();
        page = page(connection, last)) {
      try (PreparedStatement write = connection.prepareStatement(update)) {
        for (Map.Entry<UUID, byte[]> secret : page.entrySet()) {
          last = secret.getKey();
          String use = purpose.apply(last);
          write.setBytes(1, wrapping.wrap(wrapping.unwrap(secret.getValue(), use), use));
          write.setObject(2, last);
          write.addBatch();
        }
        write.executeBatch();
      }
      wrapped += page.size();
    }
    return wrapped;
  }

  private Map<UUID, byte[]> page(Connection connection, UUID after) throws SQLException {
    Map<UUID, byte[]> page = new LinkedHashMap<>();
    try (PreparedStatement read = connection.prepareStatement(select)) {
      read.setObject(1, after);
      try (ResultSet rows = read.executeQuery()) {
        while (rows.next()) {
          page.put(rows.getObject(1, UUID.class), rows.getBytes(2));
        }
      }
    }
    return page;
  }
}
