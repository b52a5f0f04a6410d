package org.didaccess.audit.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.didaccess.audit.domain.CheckpointSigner;
import org.didaccess.audit.domain.CheckpointStore;
import org.didaccess.audit.domain.TrailSource;

/** Puts the trail's edges together for the server: its datasource and its data folder. */
@Dependent
public class AuditParts {

  private static final String HOME = "did.home";

  @Resource(lookup = "java:jboss/datasources/DidAccess")
  private DataSource database;

  /** The trail in the main database. */
  @Produces
  @Singleton
  public TrailSource trailSource() {
    return new JdbcTrailSource(database);
  }

  /** The checkpoints' folder. */
  @Produces
  @Singleton
  public CheckpointStore checkpointStore() {
    return new CheckpointFolder(home().resolve("checkpoints"));
  }

  /** The checkpoint key, made the first time. */
  @Produces
  @Singleton
  public CheckpointSigner checkpointSigner() {
    return new SignerKeyFiles(home().resolve("keys")).signer();
  }

  private static Path home() {
    String home = System.getProperty(HOME);
    if (home == null) {
      throw new IllegalStateException("Start the server with -D" + HOME + "=<data folder>.");
    }
    return Path.of(home);
  }
}
