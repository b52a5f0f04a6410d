package org.didaccess.audit.infrastructure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.didaccess.audit.domain.TrailSource;

/**
 * The trail in the main database. Each call is a transaction of its own: a place in the tree must
 * be committed before a checkpoint speaks of it.
 */
public final class JdbcTrailSource implements TrailSource {

  private static final int SEQUENCED_AT_ONCE = 10_000;
  private static final String SEQUENCE = "SELECT audit.sequence(?)";
  private static final String LEAVES =
      "SELECT hash FROM audit.trail WHERE leaf_index >= ? ORDER BY leaf_index LIMIT ?";
  private static final String LINES = "SELECT line FROM audit.export(?, ?)";

  private final DataSource database;

  public JdbcTrailSource(DataSource database) {
    this.database = database;
  }

  @Override
  public long sequence() {
    long before;
    long size = sequenceSome();
    do {
      before = size;
      size = sequenceSome();
    } while (size != before);
    return size;
  }

  @Override
  public List<byte[]> leaves(long from, int max) {
    return texts(LEAVES, from, max).stream().map(HexFormat.of()::parseHex).toList();
  }

  @Override
  public List<String> lines(long from, int max) {
    return texts(LINES, from, max);
  }

  private long sequenceSome() {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(SEQUENCE)) {
      statement.setInt(1, SEQUENCED_AT_ONCE);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The trail's rows cannot be given their places", e);
    }
  }

  private List<String> texts(String sql, long from, int max) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, from);
      statement.setInt(2, max);
      try (ResultSet rows = statement.executeQuery()) {
        List<String> texts = new ArrayList<>();
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
        return texts;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The trail cannot be read", e);
    }
  }
}
