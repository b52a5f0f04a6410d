package org.didaccess.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;
import javax.sql.DataSource;
import org.didaccess.db.ClusterKind;
import org.didaccess.db.ClusterSettings;
import org.didaccess.db.EmbeddedDatabase;
import org.didaccess.db.ExternalDatabase;
import org.didaccess.db.PostgresBinaries;
import org.didaccess.db.ProductDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The main database for one command: that of the running product where it runs, otherwise started
 * for as long as the command takes.
 */
public final class MainDatabase implements AutoCloseable {

  private final ProductDatabase database;
  private final Optional<StopGuard> started;

  private MainDatabase(ProductDatabase database, Optional<StopGuard> started) {
    this.database = database;
    this.started = started;
  }

  /**
   * Joins the running product's database, or starts one.
   *
   * @throws LaunchProblem where another process has the data folder and its database is not there
   */
  public static MainDatabase open(Settings settings, Progress progress) {
    FileChannel lock;
    try {
      lock = settings.home().lock();
    } catch (LaunchProblem taken) {
      return new MainDatabase(join(settings).orElseThrow(() -> taken), Optional.empty());
    }
    return started(settings, progress, lock);
  }

  /**
   * Starts the database of a product that does not run, for work that nothing else may disturb.
   *
   * @throws LaunchProblem where the product runs
   */
  static MainDatabase alone(Settings settings, Progress progress) {
    FileChannel lock;
    try {
      lock = settings.home().lock();
    } catch (LaunchProblem taken) {
      throw new LaunchProblem(
          "Nothing else may work on the data folder meanwhile. " + taken.getMessage(), taken);
    }
    return started(settings, progress, lock);
  }

  /** The lock says that no launcher lives; the server of one that was killed still may. */
  private static MainDatabase started(Settings settings, Progress progress, FileChannel lock) {
    Databases databases = new Databases(settings);
    StopGuard guard = StopGuard.of(() -> close(databases, lock));
    try {
      new ServerFolder(settings).stopOrphan();
      return new MainDatabase(databases.open(progress).main(), Optional.of(guard));
    } catch (RuntimeException failed) {
      guard.close();
      throw failed;
    }
  }

  private static void close(Databases databases, FileChannel lock) {
    databases.close();
    try {
      lock.close();
    } catch (IOException e) {
      throw new LaunchProblem("The data folder's lock was not given back", e);
    }
  }

  /** The database of a product that another process runs; empty where there is none. */
  public static Optional<ProductDatabase> join(Settings settings) {
    Home home = settings.home();
    ClusterKind kind = ClusterKind.MAIN;
    Optional<String> url = settings.value("DID_DB_URL");
    if (url.isPresent()) {
      return Optional.of(new ExternalDatabase(kind, url.get(), home.secrets()));
    }
    EmbeddedDatabase database =
        new EmbeddedDatabase(
            kind,
            ClusterSettings.durable(
                kind.clusterName(),
                home.clusters().resolve(kind.clusterName()),
                PostgresBinaries.unpackedIn(home.programs())),
            home.secrets());
    return database.join() ? Optional.of(database) : Optional.empty();
  }

  /** The database itself. */
  public ProductDatabase database() {
    return database;
  }

  /** Connections of the loader. */
  DataSource loader() {
    return source("did_loader", "did-load");
  }

  /** Connections of the application. */
  DataSource application() {
    return source("did_app", "did-command");
  }

  private DataSource source(String login, String program) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser(login);
    source.setPassword(database.secretOf(login));
    source.setApplicationName(program);
    return source;
  }

  @Override
  public void close() {
    started.ifPresent(StopGuard::close);
  }
}
