package org.didaccess.sde.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.release.HandledObjections;
import org.didaccess.release.domain.StoredObjections;
import org.didaccess.sde.OrderWorkspace;
import org.didaccess.sde.WorkspaceStatus;

/**
 * One workspace from its order to its closing. Its id is also the guard's run: the guard decides
 * who may log in; this keeps where the work stands.
 */
@Entity
@Table(schema = "app", name = "workspace")
public class Workspace {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Id private UUID id;

  @Column(name = "agreement_id")
  private UUID agreementId;

  @Column(name = "database_name")
  private String databaseName;

  @Column(name = "requested_by")
  private UUID requestedBy;

  @Column(name = "prepared_by")
  private UUID preparedBy;

  @Column(name = "ends_on")
  private LocalDate endsOn;

  @Enumerated(EnumType.STRING)
  private WorkspaceStatus status;

  @Column(name = "status_since")
  private Instant statusSince;

  @Column(name = "run_token")
  private byte[] runToken;

  private String columns;

  @Column(name = "row_count")
  private Long rowCount;

  @Embedded private StoredObjections objections;

  private String reason;

  @Column(name = "ordered_at")
  private Instant orderedAt;

  @Version private long version;

  /** For the persistence provider. */
  protected Workspace() {}

  /** For what the master key wraps the token of a workspace. */
  public static String tokenPurpose(UUID workspace) {
    return "workspace-token/1/" + workspace;
  }

  /**
   * An ordered workspace.
   *
   * @param term what the agreement says about names and dates
   * @param wrappedRunToken the run's secret, wrapped by the master key
   */
  public Workspace(
      UUID id,
      OrderWorkspace order,
      WorkspaceTerm term,
      UUID preparedBy,
      byte[] wrappedRunToken,
      Instant at) {
    this.id = id;
    this.agreementId = order.agreement();
    this.databaseName = term.databaseName();
    this.requestedBy = order.requestedBy();
    this.preparedBy = preparedBy;
    this.endsOn = term.endsOn();
    this.runToken = wrappedRunToken.clone();
    this.orderedAt = at;
    this.status = WorkspaceStatus.REQUESTED;
    this.statusSince = at;
  }

  /** The provisioner begins. */
  public void startProvisioning(Instant at) {
    move(WorkspaceMove.PROVISION, at);
  }

  /** The provisioner stops at its next row; what is finished is kept. */
  public void pause(Instant at) {
    move(WorkspaceMove.PAUSE, at);
  }

  /** The provisioner may go on where it stopped. */
  public void goOn(Instant at) {
    move(WorkspaceMove.GO_ON, at);
  }

  /** The rows are visible. */
  public void open(List<String> columnNames, long rows, HandledObjections handled, Instant at) {
    move(WorkspaceMove.OPEN, at);
    objections = new StoredObjections(handled);
    columns = String.join(" ", columnNames);
    rowCount = rows;
  }

  /** What became of patients' objections when it was filled, or null. */
  public HandledObjections objections() {
    return objections == null ? null : objections.handled();
  }

  /** It could not be filled, for good. */
  public void fail(String why, Instant at) {
    move(WorkspaceMove.FAIL, at);
    reason = why;
  }

  /** The agreement was suspended. */
  public void suspend(Instant at) {
    move(WorkspaceMove.SUSPEND, at);
  }

  /** The agreement goes on. */
  public void resume(Instant at) {
    move(WorkspaceMove.RESUME, at);
  }

  /** Closed for good. */
  public void close(String why, Instant at) {
    move(WorkspaceMove.CLOSE, at);
    reason = why;
  }

  /** Whether this can be done with it now. */
  public boolean may(WorkspaceMove move) {
    return WorkspaceStates.table().may(status, move);
  }

  private void move(WorkspaceMove move, Instant at) {
    status = WorkspaceStates.table().after(status, move);
    statusSince = at;
  }

  /** The midnight in London that ends the agreement's last day. */
  public Instant endsAt() {
    return endsOn.plusDays(1).atStartOfDay(LONDON).toInstant();
  }

  /** The workspace's id, also the guard's run. */
  public UUID id() {
    return id;
  }

  /** The agreement it stands under. */
  public UUID agreementId() {
    return agreementId;
  }

  /** Its opaque database name. */
  public String databaseName() {
    return databaseName;
  }

  /** Who asked for it. */
  public UUID requestedBy() {
    return requestedBy;
  }

  /** Who ordered it. */
  public UUID preparedBy() {
    return preparedBy;
  }

  /** Last day of the agreement. */
  public LocalDate endsOn() {
    return endsOn;
  }

  /** Where it stands. */
  public WorkspaceStatus status() {
    return status;
  }

  /** Since when it stands there. */
  public Instant statusSince() {
    return statusSince;
  }

  /** Since when the provisioner works on it; nothing where it does not. */
  public Optional<Instant> workedOnSince() {
    return may(WorkspaceMove.OPEN) ? Optional.of(statusSince) : Optional.empty();
  }

  /** The run's secret, wrapped. */
  public byte[] wrappedRunToken() {
    return runToken.clone();
  }

  /** Names of its columns; empty before it is filled. */
  public List<String> columns() {
    return columns == null ? List.of() : List.of(columns.split(" "));
  }

  /** How many rows it has, or null before it is filled. */
  public Long rows() {
    return rowCount;
  }

  /** Why it failed or was closed, or null. */
  public String reason() {
    return reason;
  }

  /** When it was ordered. */
  public Instant orderedAt() {
    return orderedAt;
  }

  /** For comparing with what a caller saw. */
  public long version() {
    return version;
  }
}
