package org.didaccess.source.infrastructure;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.LoadObjections;
import org.didaccess.source.ObjectionList;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Lists of objections in PostgreSQL, as the login {@code did_loader}; needs no container. */
public final class JdbcObjectionLists {

  private static final String COPY = "COPY pg_temp.objecting FROM STDIN";
  private static final String ACCEPT = "SELECT id FROM source.accept_objections(?, ?, ?)";
  private static final String LISTS =
      """
      SELECT id, as_of, people, added, removed, loaded_at, count(*) OVER () AS total
      FROM source.objection_list""";
  private static final String PAGE = LISTS + " ORDER BY id DESC OFFSET ? LIMIT ?";
  private static final String ONE = LISTS + " WHERE id = ?";
  private static final int BATCH = 1 << 16;

  private final DataSource loader;

  /**
   * The lists.
   *
   * @param loader connections of {@code did_loader}, outside any container transaction
   */
  public JdbcObjectionLists(DataSource loader) {
    this.loader = loader;
  }

  /**
   * Stores a list, all or nothing, in one transaction.
   *
   * @throws InvalidSubmissionException where it cannot be taken; the message says what to do
   */
  public ObjectionList store(InputStream file, LoadObjections command) {
    try (Connection connection = loader.getConnection()) {
      connection.setAutoCommit(false);
      try {
        ObjectionFile numbers = new ObjectionFile(file);
        stage(connection, numbers);
        ObjectionList stored = accept(connection, command, numbers.sha256());
        connection.commit();
        return stored;
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw LoaderRefusal.of("The list", e);
    }
  }

  /** The lists that were loaded, the last one first. */
  public Page<ObjectionList> list(PageRequest page) {
    try (Connection connection = loader.getConnection();
        PreparedStatement statement = connection.prepareStatement(PAGE)) {
      statement.setInt(1, page.offset());
      statement.setInt(2, page.limit());
      try (ResultSet rows = statement.executeQuery()) {
        List<ObjectionList> lists = new ArrayList<>();
        long total = 0;
        while (rows.next()) {
          lists.add(list(rows));
          total = rows.getLong("total");
        }
        return new Page<>(lists, total);
      }
    } catch (SQLException e) {
      throw new InvalidSubmissionException(
          "The lists of objections cannot be read now. Try again.", e);
    }
  }

  private static void stage(Connection connection, ObjectionFile numbers) throws SQLException {
    try (Statement open = connection.createStatement()) {
      open.execute("SELECT source.open_objections()");
    }
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    try {
      StringBuilder batch = new StringBuilder(BATCH);
      for (String number = numbers.next(); number != null; number = numbers.next()) {
        batch.append(number).append('\n');
        if (batch.length() >= BATCH) {
          write(copy, batch);
        }
      }
      write(copy, batch);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static void write(CopyIn copy, StringBuilder batch) throws SQLException {
    byte[] bytes = batch.toString().getBytes(StandardCharsets.US_ASCII);
    copy.writeToCopy(bytes, 0, bytes.length);
    batch.setLength(0);
  }

  private static ObjectionList accept(
      Connection connection, LoadObjections command, byte[] fileSha256) throws SQLException {
    try (PreparedStatement accept = connection.prepareStatement(ACCEPT);
        PreparedStatement read = connection.prepareStatement(ONE)) {
      accept.setDate(1, Date.valueOf(command.asOf()));
      accept.setBytes(2, fileSha256);
      accept.setObject(3, command.confirmedRemoved(), Types.BIGINT);
      try (ResultSet id = accept.executeQuery()) {
        id.next();
        read.setInt(1, id.getInt("id"));
      }
      try (ResultSet stored = read.executeQuery()) {
        stored.next();
        return list(stored);
      }
    }
  }

  private static ObjectionList list(ResultSet row) throws SQLException {
    return new ObjectionList(
        row.getInt("id"),
        row.getDate("as_of").toLocalDate(),
        row.getLong("people"),
        row.getLong("added"),
        row.getLong("removed"),
        row.getTimestamp("loaded_at").toInstant());
  }
}
