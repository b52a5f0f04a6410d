package org.didaccess.release.infrastructure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.didaccess.application.Objections;
import org.didaccess.release.HandledObjections;
import org.didaccess.release.domain.ObjectionsOf;
import org.didaccess.release.engine.ReleasePlan;
import org.didaccess.shared.infrastructure.Database;

/** Asks the guard, as the release login: neither login sees who objects. */
public final class GuardedObjections implements ObjectionsOf {

  private final Database release;

  /** Over the release login's datasource. */
  public GuardedObjections(DataSource release) {
    this.release = new Database(release);
  }

  @Override
  public HandledObjections run(ReleasePlan plan) {
    return release
        .first(
            "SELECT ground, list_id, as_of, withheld_rows FROM guard.objections_of(?, ?)",
            GuardedObjections::handled,
            plan.run(),
            plan.runToken())
        .orElseThrow(() -> new IllegalStateException("The guard knows nothing of this run."));
  }

  private static HandledObjections handled(ResultSet row) throws SQLException {
    String ground = row.getString("ground");
    return ground == null
        ? new HandledObjections(
            Objections.UPHELD,
            row.getInt("list_id"),
            row.getObject("as_of", LocalDate.class),
            row.getLong("withheld_rows"))
        : HandledObjections.notUpheld(Objections.ofCode(ground));
  }
}
