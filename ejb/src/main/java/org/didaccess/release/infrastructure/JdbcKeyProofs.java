package org.didaccess.release.infrastructure;

import java.util.UUID;
import javax.sql.DataSource;
import org.didaccess.release.domain.KeyProofs;
import org.didaccess.release.engine.ReleasePlan;
import org.didaccess.shared.infrastructure.Database;

/** Asks the guard, with the run's own token. */
public final class JdbcKeyProofs implements KeyProofs {

  private final Database release;

  /** Over the release login's datasource. */
  public JdbcKeyProofs(DataSource release) {
    this.release = new Database(release);
  }

  @Override
  public boolean isKnown(ReleasePlan plan, UUID agreement) {
    return release.value(
        "SELECT guard.key_is_known(?, ?, ?::uuid)",
        Boolean.class,
        plan.run(),
        plan.runToken(),
        agreement);
  }

  @Override
  public void confirm(ReleasePlan plan, UUID agreement, byte[] checkValue) {
    release.call(
        "SELECT guard.confirm_key(?, ?, ?::uuid, ?)",
        plan.run(),
        plan.runToken(),
        agreement,
        checkValue);
  }
}
