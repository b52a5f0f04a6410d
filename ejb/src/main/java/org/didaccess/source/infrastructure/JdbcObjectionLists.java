package org.didaccess.source.infrastructure;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.LoadObjections;
import org.didaccess.source.ObjectionList;

/** Lists of objections in PostgreSQL, as the login {@code did_loader}; needs no container. */
public final class JdbcObjectionLists {

  private static final String OPEN = "SELECT source.open_objections()";
  private static final String COPY = "COPY pg_temp.objecting FROM STDIN";
  private static final String ACCEPT = "SELECT id FROM source.accept_objections(?, ?, ?)";
  private static final String LISTS =
      """
      SELECT id, as_of, people, added, removed, loaded_at, count(*) OVER () AS total
      FROM source.objection_list""";
  private static final String PAGE = LISTS + " ORDER BY id DESC OFFSET ? LIMIT ?";
  private static final String ONE = LISTS + " WHERE id = ?";

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
    ObjectionFile numbers = new ObjectionFile(file);
    LoaderTransaction transaction = new LoaderTransaction(loader, "The list");
    return transaction.run(
        connection -> {
          transaction.stage(connection, OPEN, COPY, taker -> each(numbers, taker));
          return accept(connection, command, numbers.sha256());
        });
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

  private static void each(ObjectionFile numbers, Consumer<String> taker) {
    for (String number = numbers.next(); number != null; number = numbers.next()) {
      taker.accept(number + "\n");
    }
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
