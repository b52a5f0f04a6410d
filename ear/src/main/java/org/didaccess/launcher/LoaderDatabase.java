package org.didaccess.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
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
final class LoaderDatabase implements AutoCloseable {

  private static final String LOGIN = "did_loader";

  private final ProductDatabase database;
  private final Databases started;
  private final FileChannel lock;

  private LoaderDatabase(ProductDatabase database, Databases started, FileChannel lock) {
    this.database = database;
    this.started = started;
    this.lock = lock;
  }

  static LoaderDatabase open(Settings settings, Progress progress) {
    FileChannel lock;
    try {
      lock = settings.home().lock();
    } catch (LaunchProblem taken) {
      return new LoaderDatabase(running(settings, taken), null, null);
    }
    Databases databases = new Databases(settings);
    return new LoaderDatabase(databases.open(progress).main(), databases, lock);
  }

  private static ProductDatabase running(Settings settings, LaunchProblem taken) {
    Home home = settings.home();
    if (settings.value("DID_DB_URL").isPresent()) {
      return new ExternalDatabase(
          ClusterKind.MAIN, settings.value("DID_DB_URL").get(), home.secrets());
    }
    ClusterKind kind = ClusterKind.MAIN;
    EmbeddedDatabase database =
        new EmbeddedDatabase(
            kind,
            ClusterSettings.durable(
                kind.clusterName(),
                home.clusters().resolve(kind.clusterName()),
                PostgresBinaries.unpackedIn(home.programs())),
            home.secrets());
    if (!database.join()) {
      throw taken;
    }
    return database;
  }

  /** Connections of the loader. */
  DataSource loader() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser(LOGIN);
    source.setPassword(database.secretOf(LOGIN));
    source.setApplicationName("did-load");
    return source;
  }

  @Override
  public void close() {
    if (started == null) {
      return;
    }
    started.close();
    try {
      lock.close();
    } catch (IOException e) {
      throw new LaunchProblem("The data folder's lock was not given back", e);
    }
  }
}
