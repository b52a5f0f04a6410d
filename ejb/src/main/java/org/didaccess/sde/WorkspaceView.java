package org.didaccess.sde;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.didaccess.release.HandledObjections;
import org.didaccess.release.RunProgress;
import org.didaccess.shared.TurnView;

/**
 * A workspace with everything that its page shows.
 *
 * @param id the workspace, which is also the guard's run
 * @param agreementId its agreement
 * @param agreementReference that agreement's reference
 * @param status where it stands
 * @param statusLabel the same in words
 * @param progress how far the filling is
 * @param database its opaque database name, or null before it is filled
 * @param schema the schema that analysts read
 * @param table the table that analysts read
 * @param columns the table's columns; empty before it is filled
 * @param rows how many rows it has, or null before it is filled
 * @param objections what became of patients' objections; null before it is filled
 * @param analysts the analysts that the agreement names
 * @param endsAt when every login ends: the midnight that ends the agreement's last day in London
 * @param reason why it failed or was closed, or null
 * @param withdrawnRows how many of the rows that it may hold were withdrawn by their provider since
 * @param withdrawalReasons why they were withdrawn; empty where none were
 * @param orderedAt when it was ordered
 * @param version for the next command
 * @param turn whose turn it is
 * @param mayIssueCredentials whether the caller may ask for credentials of their own
 * @param mayPause whether the caller may let the provisioner stop
 * @param mayResume whether the caller may let it go on
 * @param mayClose whether the caller may close it
 */
public record WorkspaceView(
    UUID id,
    UUID agreementId,
    String agreementReference,
    WorkspaceStatus status,
    String statusLabel,
    RunProgress<WorkspaceStatus> progress,
    String database,
    String schema,
    String table,
    List<String> columns,
    Long rows,
    HandledObjections objections,
    List<AnalystView> analysts,
    Instant endsAt,
    String reason,
    long withdrawnRows,
    List<String> withdrawalReasons,
    Instant orderedAt,
    long version,
    TurnView turn,
    boolean mayIssueCredentials,
    boolean mayPause,
    boolean mayResume,
    boolean mayClose) {

  /** Keeps its own copies of the lists. */
  public WorkspaceView {
    withdrawalReasons = List.copyOf(withdrawalReasons);
    columns = List.copyOf(columns);
    analysts = List.copyOf(analysts);
  }
}
