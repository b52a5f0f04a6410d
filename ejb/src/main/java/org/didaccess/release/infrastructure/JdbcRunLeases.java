package org.didaccess.release.infrastructure;

import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.didaccess.release.domain.RunLeases;
import org.didaccess.shared.infrastructure.Database;

/** Leases of runs as rows, in the database's time. */
public final class JdbcRunLeases implements RunLeases {

  private final Database database;
  private final UUID server;
  private final int leaseSeconds;

  /**
   * Leases of one server.
   *
   * @param server this process
   * @param leaseSeconds how long a silent server keeps a run
   */
  public JdbcRunLeases(DataSource source, UUID server, int leaseSeconds) {
    this.database = new Database(source);
    this.server = server;
    this.leaseSeconds = leaseSeconds;
  }

  @Override
  public Optional<Lease> acquire(UUID run) {
    database.update("INSERT INTO app.release_run (run_id) VALUES (?) ON CONFLICT DO NOTHING", run);
    return database.first(
        """
        UPDATE app.release_run
        SET worker = ?, fence = fence + 1, lease_until = clock_timestamp() + make_interval(secs => ?)
        WHERE run_id = ? AND (lease_until IS NULL OR lease_until < clock_timestamp())
        RETURNING fence
        """,
        rows -> new Lease(run, rows.getLong("fence")),
        server,
        leaseSeconds,
        run);
  }

  @Override
  public boolean renew(Lease lease) {
    return database.update(
            """
            UPDATE app.release_run SET lease_until = clock_timestamp() + make_interval(secs => ?)
            WHERE run_id = ? AND worker = ? AND fence = ? AND lease_until IS NOT NULL
            """,
            leaseSeconds,
            lease.run(),
            server,
            lease.fence())
        == 1;
  }

  @Override
  public void release(Lease lease) {
    database.update(
        "UPDATE app.release_run SET lease_until = NULL WHERE run_id = ? AND worker = ? AND fence = ?",
        lease.run(),
        server,
        lease.fence());
  }
}
