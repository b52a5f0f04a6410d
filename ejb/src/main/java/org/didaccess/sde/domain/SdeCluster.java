package org.didaccess.sde.domain;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.didaccess.release.engine.PartitionSink;

/** The SDE cluster, as the provisioner may work on it. Every act may be repeated. */
public interface SdeCluster {

  /** The schema that analysts read. */
  String VISIBLE_SCHEMA = "data";

  /** The table that analysts read. */
  String TABLE = "did_event";

  /** Makes the database, closed to everybody but its own group. */
  void prepare(String workspace);

  /** Opens the hidden schema for a run. */
  void beginFilling(String workspace, UUID run, List<WorkspaceColumn> columns);

  /** Where the run's partitions go, as long as the hidden schema is this run's. */
  PartitionSink sink(String workspace, UUID run);

  /** The months of a run that are there, hidden or shown. */
  Set<YearMonth> months(String workspace, UUID run);

  /** Makes the filled rows visible at once. */
  void show(String workspace, UUID run);

  /** Lets queries of the rows that are shown be planned by what they are; this may take a while. */
  void analyse(String workspace);

  /** Makes a login, switched off, or gives it a new password; returns the password. */
  String makeLogin(String login, String workspace, Instant validUntil);

  /** Ends all logins of a workspace and drops it. */
  void drop(String workspace);

  /** Names of all workspace databases. */
  List<String> workspaces();

  /** All logins of analysts as they stand. */
  List<AnalystState> analysts();

  /** The columns that analysts of a workspace can read. */
  List<String> visibleColumns(String workspace);

  /** The JDBC address of a workspace, without a login. */
  String url(String workspace);
}
