package org.didaccess.audit.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.didaccess.audit.AuditQuery;
import org.didaccess.audit.AuditRowView;
import org.didaccess.audit.domain.TrailReading;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.shared.infrastructure.Database;

/** Reads the view of the trail. */
@ApplicationScoped
public class JdbcTrailReading implements TrailReading {

  private static final String WHERE =
      """
       FROM audit.trail
      WHERE chain_kind = coalesce(?, chain_kind) AND chain_id = coalesce(?, chain_id)
        AND act = coalesce(?, act) AND (?::uuid IS NULL OR actor_id = ?::uuid)
      """;
  private static final String ROWS =
      "SELECT leaf_index, chain_kind, chain_id, seq, at, origin, actor_id, act, body, hash"
          + WHERE
          + " ORDER BY event_id DESC OFFSET ? LIMIT ?";
  private static final String COUNT = "SELECT count(*)" + WHERE;

  private final Database database;

  /** For the container's proxy. */
  protected JdbcTrailReading() {
    this(null);
  }

  /** Over the main database. */
  @Inject
  public JdbcTrailReading(Database database) {
    this.database = database;
  }

  @Override
  public Page<AuditRowView> rows(AuditQuery query, PageRequest page) {
    return new Page<>(
        database.list(
            ROWS,
            JdbcTrailReading::row,
            query.kind(),
            query.id(),
            query.act(),
            query.actor(),
            query.actor(),
            page.offset(),
            page.limit()),
        database.count(COUNT, query.kind(), query.id(), query.act(), query.actor(), query.actor()));
  }

  private static AuditRowView row(ResultSet row) throws SQLException {
    return new AuditRowView(
        row.getObject("leaf_index", Long.class),
        row.getString("chain_kind"),
        row.getString("chain_id"),
        row.getLong("seq"),
        Database.instant(row, "at"),
        row.getString("origin"),
        Database.id(row, "actor_id"),
        row.getString("act"),
        row.getString("body"),
        row.getString("hash"));
  }
}
