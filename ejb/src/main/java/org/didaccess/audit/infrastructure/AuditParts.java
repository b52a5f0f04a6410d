package org.didaccess.audit.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.didaccess.audit.domain.CheckpointSigner;
import org.didaccess.audit.domain.CheckpointStore;
import org.didaccess.audit.domain.TrailSource;
import org.didaccess.shared.infrastructure.DataFolder;

/** Puts the trail's edges together for the server: its datasource and its data folder. */
@Dependent
public class AuditParts {

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
    return new CheckpointFolder(DataFolder.ofThisServer().resolve("checkpoints"));
  }

  /** The checkpoint key, made the first time. */
  @Produces
  @Singleton
  public CheckpointSigner checkpointSigner() {
    return new SignerKeyFiles(DataFolder.ofThisServer().resolve("keys")).signer();
  }
}
