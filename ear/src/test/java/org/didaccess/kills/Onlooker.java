package org.didaccess.kills;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.didaccess.sde.infrastructure.AnalystLogins;

/**
 * Looks into a workspace again and again while it is made, filled and killed: as its analyst, with
 * the login that the ledger knows, and as its owner, who sees what the analysts' group may read.
 */
final class Onlooker {
  /** What is seen of a workspace that shows nothing. */
  static final String NOTHING = "nothing";

  private static final String TABLE = "data.did_event";
  private static final String HIDDEN = "filling.did_event";

  /**
   * What the group was granted, as one snapshot of the catalogue has it: a switch is seen whole.
   */
  private static final String GROUP_SEES =
      "SELECT n.nspname || '.' || c.relname FROM pg_class c"
          + " JOIN pg_namespace n ON n.oid = c.relnamespace,"
          + " (SELECT oid FROM pg_roles WHERE rolname = ?) g"
          + " WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')"
          + " AND EXISTS (SELECT FROM aclexplode(n.nspacl) a"
          + "   WHERE a.grantee IN (g.oid, 0) AND a.privilege_type = 'USAGE')"
          + " AND EXISTS (SELECT FROM aclexplode(c.relacl) a"
          + "   WHERE a.grantee IN (g.oid, 0) AND a.privilege_type = 'SELECT')"
          + " ORDER BY 1";

  private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(40);
  private static final Duration TERM = Duration.ofDays(30);

  private final SdeCluster sde;
  private final String database;
  private final String login;
  private final Set<String> asAnalyst = new ConcurrentSkipListSet<>();
  private final Set<String> asOwner = new ConcurrentSkipListSet<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private final Thread thread = new Thread(this::look, "onlooker");
  private volatile boolean ended;
  private String password;

  private Onlooker(SdeCluster sde, String database, String login) {
    this.sde = sde;
    this.database = database;
    this.login = login;
  }

  /** Begins to look; the analyst's login is made as soon as the database is there. */
  static Onlooker at(SdeCluster sde, String database, String login) {
    Onlooker onlooker = new Onlooker(sde, database, login);
    onlooker.thread.setDaemon(true);
    onlooker.thread.start();
    return onlooker;
  }

  /** All that the analyst ever saw: tables with their rows. */
  Set<String> seenByAnalyst() {
    return asAnalyst;
  }

  /** All that the owner ever saw the analysts' group to be allowed. */
  Set<String> seenByOwner() {
    return asOwner;
  }

  private void look() {
    while (!ended) {
      try {
        lookAsOwner();
        lookAsAnalyst();
      } catch (SQLException deadOrNotYetThere) {
        password = null;
      }
      LockSupport.parkNanos(LOOK_EVERY);
    }
  }

  private void lookAsOwner() throws SQLException {
    try (Connection owner = sde.asOwner(database)) {
      asOwner.add(described(SdeCluster.texts(owner, GROUP_SEES, database)));
    }
  }

  private void lookAsAnalyst() throws SQLException {
    if (password == null) {
      password = letIn();
    }
    try (Connection analyst = sde.as(login, password, database)) {
      tryHidden(analyst);
      List<String> tables = SdeCluster.texts(analyst, GROUP_SEES, database);
      asAnalyst.add(tables.equals(List.of(TABLE)) ? counted(analyst, TABLE) : described(tables));
    }
  }

  /** Whatever the catalogue says: the analyst asks for the rows that are not to be seen yet. */
  private void tryHidden(Connection analyst) {
    try {
      asAnalyst.add(counted(analyst, HIDDEN));
    } catch (SQLException refused) {
      refusals.incrementAndGet();
    }
  }

  private static String counted(Connection analyst, String table) throws SQLException {
    return table
        + ": "
        + Long.parseLong(SdeCluster.texts(analyst, "SELECT count(*) FROM " + table).get(0));
  }

  /** How often the analyst asked for hidden rows in vain. */
  int refusals() {
    return refusals.get();
  }

  /** What is seen of a workspace with so many rows. */
  static String rows(long rows) {
    return TABLE + ": " + rows;
  }

  /** What the group may read of a workspace that is filled. */
  static String filled() {
    return TABLE;
  }

  private static String described(List<String> tables) {
    return tables.isEmpty() ? NOTHING : String.join(" ", tables);
  }

  /** As the provisioner and the watchdog do it, only sooner. */
  private String letIn() throws SQLException {
    Instant end = Instant.now().plus(TERM);
    String made =
        new AnalystLogins(name -> sde.catalogueAs(SdeCluster.OWNER)).make(login, database, end);
    try (Connection watchdog = sde.catalogueAs("sde_watchdog")) {
      SdeCluster.texts(
          watchdog, "SELECT sde.allow_login(?, now() + interval '1 day')::text", login);
    }
    return made;
  }

  /** Looks no more. */
  void end() throws InterruptedException {
    ended = true;
    thread.join();
  }
}
