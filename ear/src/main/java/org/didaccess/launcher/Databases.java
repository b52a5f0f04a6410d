package org.didaccess.launcher;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.didaccess.db.ClusterKind;
import org.didaccess.db.ClusterSettings;
import org.didaccess.db.EmbeddedDatabase;
import org.didaccess.db.ExternalDatabase;
import org.didaccess.db.PostgresBinaries;
import org.didaccess.db.ProductDatabase;

/**
 * Opens both databases, embedded or external, and starts an embedded one again when it died. They
 * may be closed while another thread still opens them: none is started after that.
 */
final class Databases implements AutoCloseable {
  private final Settings settings;
  private final Map<ClusterKind, EmbeddedDatabase> embedded = new EnumMap<>(ClusterKind.class);
  private volatile boolean closed;

  Databases(Settings settings) {
    this.settings = settings;
  }

  RunningDatabases open(Progress progress) {
    ProductDatabase main = open(ClusterKind.MAIN, "DID_DB", progress);
    ProductDatabase sde = open(ClusterKind.SDE, "DID_SDE", progress);
    return new RunningDatabases(main, sde);
  }

  private synchronized ProductDatabase open(ClusterKind kind, String prefix, Progress progress) {
    if (closed) {
      throw new LaunchProblem("The databases were closed while they were opened.");
    }
    String name = kind.name().toLowerCase(Locale.ROOT);
    Home home = settings.home();
    Optional<String> url = settings.value(prefix + "_URL");
    progress.begin(
        "database-" + name,
        (url.isPresent() ? "Opening" : "Starting PostgreSQL for") + " the " + name + " database");
    if (url.isPresent()) {
      ExternalDatabase external = new ExternalDatabase(kind, url.get(), home.secrets());
      external.open(administrator(prefix));
      return external;
    }
    EmbeddedDatabase database =
        new EmbeddedDatabase(
            kind,
            ClusterSettings.durable(
                kind.clusterName(),
                home.clusters().resolve(kind.clusterName()),
                PostgresBinaries.unpackedIn(home.programs())),
            home.secrets());
    embedded.put(kind, database);
    database.open();
    return database;
  }

  private Optional<ExternalDatabase.Administrator> administrator(String prefix) {
    return settings
        .value(prefix + "_ADMIN_USER")
        .map(
            user ->
                new ExternalDatabase.Administrator(
                    user, settings.value(prefix + "_ADMIN_PASSWORD").orElse("")));
  }

  /** Starts again what is no longer there. Returns whether anything was. Keeps the logs bounded. */
  synchronized boolean restartDead() {
    boolean restarted = false;
    for (EmbeddedDatabase database : embedded.values()) {
      database.trimLogs();
      if (database.process().isEmpty()) {
        database.reopen();
        restarted = true;
      }
    }
    return restarted;
  }

  /** Ends a cluster's server and all its sessions without warning. */
  synchronized void kill(ClusterKind kind) {
    Optional.ofNullable(embedded.get(kind)).ifPresent(EmbeddedDatabase::kill);
  }

  /** Waits for the one that is being opened: a server that has begun to start is then stopped. */
  @Override
  public void close() {
    closed = true;
    stop();
  }

  private synchronized void stop() {
    embedded.values().forEach(EmbeddedDatabase::close);
    embedded.clear();
  }
}
