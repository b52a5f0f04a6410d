package org.didaccess.db;

import java.util.Optional;

/** The two clusters of the product: the main one, and the one analysts may log in to. */
public enum ClusterKind {
  /** Applications, ledger, source and vault. */
  MAIN("main", "did", "base", "app"),
  /** Secure Data Environment: one database an agreement. */
  SDE("sde", "sde", "sde", null);

  private final String clusterName;
  private final String database;
  private final String superuserMigrations;
  private final String ownerMigrations;

  ClusterKind(
      String clusterName, String database, String superuserMigrations, String ownerMigrations) {
    this.clusterName = clusterName;
    this.database = database;
    this.superuserMigrations = superuserMigrations;
    this.ownerMigrations = ownerMigrations;
  }

  /** Name of the cluster, of its folder and of its secrets. */
  public String clusterName() {
    return clusterName;
  }

  /** The database that the product connects to first. */
  public String database() {
    return database;
  }

  /** Folder below {@code db/migration} that runs as the bootstrap superuser. */
  String superuserMigrations() {
    return superuserMigrations;
  }

  /** Folder below {@code db/migration} that runs as {@code did_owner}, if there is one. */
  Optional<String> ownerMigrations() {
    return Optional.ofNullable(ownerMigrations);
  }
}
