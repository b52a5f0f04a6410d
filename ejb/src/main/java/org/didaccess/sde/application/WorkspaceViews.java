package org.didaccess.sde.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.didaccess.identity.CurrentPerson;
import org.didaccess.identity.Directory;
import org.didaccess.identity.Roles;
import org.didaccess.release.RunProgress;
import org.didaccess.release.domain.PartitionProgress;
import org.didaccess.sde.AnalystView;
import org.didaccess.sde.WorkspaceStatus;
import org.didaccess.sde.WorkspaceSummary;
import org.didaccess.sde.WorkspaceView;
import org.didaccess.sde.domain.CredentialLog;
import org.didaccess.sde.domain.SdeCluster;
import org.didaccess.sde.domain.SdeGuard;
import org.didaccess.sde.domain.Workspace;
import org.didaccess.sde.domain.WorkspaceMove;
import org.didaccess.sde.domain.WorkspaceRepository;
import org.didaccess.sde.domain.WorkspaceStates;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.shared.StateTable;
import org.didaccess.shared.TurnView;
import org.didaccess.source.WithdrawnRows;

/** Builds what pages show of workspaces, for who may see them. */
@Dependent
class WorkspaceViews {

  @Inject private CurrentPerson caller;
  @Inject private WorkspaceRepository workspaces;
  @Inject private PartitionProgress partitions;
  @Inject private SdeGuard guard;
  @Inject private WithdrawnRows withdrawn;
  @Inject private CredentialLog credentials;
  @Inject private Directory directory;
  @Inject private Clock clock;

  Page<WorkspaceSummary> page(PageRequest page) {
    Page<Workspace> found =
        seesAll()
            ? workspaces.all(page)
            : workspaces.ofAgreements(guard.agreementsOfAnalyst(caller.id()), page);
    return found.map(this::summary);
  }

  WorkspaceView view(UUID id) {
    Workspace workspace = visible(id);
    boolean filled = !workspace.columns().isEmpty();
    boolean analyst = isAnalyst(workspace);
    boolean manager = caller.has(Roles.DATA_MANAGER);
    boolean closer = manager || caller.has(Roles.OFFICER);
    return new WorkspaceView(
        workspace.id(),
        workspace.agreementId(),
        guard.referenceOf(workspace.agreementId()),
        workspace.status(),
        workspace.status().label(),
        progress(workspace),
        filled ? workspace.databaseName() : null,
        SdeCluster.VISIBLE_SCHEMA,
        SdeCluster.TABLE,
        workspace.columns(),
        workspace.rows(),
        workspace.objections(),
        analysts(workspace),
        workspace.endsAt(),
        workspace.reason(),
        withdrawn.heldBy(workspace.id()),
        withdrawn.reasons(workspace.id()),
        workspace.orderedAt(),
        workspace.version(),
        turn(workspace),
        analyst && workspace.status() == WorkspaceStatus.ACTIVE,
        manager && workspace.may(WorkspaceMove.PAUSE),
        manager && workspace.may(WorkspaceMove.GO_ON),
        closer && workspace.may(WorkspaceMove.CLOSE));
  }

  RunProgress<WorkspaceStatus> progress(UUID id) {
    return progress(visible(id));
  }

  private RunProgress<WorkspaceStatus> progress(Workspace workspace) {
    return partitions.progress(
        workspace.id(), workspace.status(), workspace.workedOnSince(), clock.instant());
  }

  private Workspace visible(UUID id) {
    return workspaces.find(id).filter(this::sees).orElseThrow(() -> new NotFound("workspace"));
  }

  private List<AnalystView> analysts(Workspace workspace) {
    Map<UUID, String> logins = guard.loginsOf(workspace.agreementId());
    Map<UUID, Instant> issues = credentials.of(workspace.agreementId());
    return guard.analystsOf(workspace.agreementId()).stream()
        .map(
            person ->
                new AnalystView(
                    person,
                    directory.person(person).name(),
                    logins.get(person),
                    issues.get(person)))
        .toList();
  }

  private WorkspaceSummary summary(Workspace workspace) {
    return new WorkspaceSummary(
        workspace.id(),
        workspace.agreementId(),
        guard.referenceOf(workspace.agreementId()),
        workspace.status(),
        workspace.status().label(),
        workspace.orderedAt(),
        turn(workspace));
  }

  private boolean sees(Workspace workspace) {
    return seesAll() || workspace.requestedBy().equals(caller.id()) || isAnalyst(workspace);
  }

  private boolean seesAll() {
    return caller.has(Roles.DATA_MANAGER)
        || caller.has(Roles.OFFICER)
        || caller.has(Roles.AUDITOR)
        || caller.has(Roles.ADMINISTRATOR);
  }

  private boolean isAnalyst(Workspace workspace) {
    return guard.analystsOf(workspace.agreementId()).contains(caller.id());
  }

  private TurnView turn(Workspace workspace) {
    StateTable.Turn turn = WorkspaceStates.table().turn(workspace.status());
    long days = Duration.between(workspace.statusSince(), clock.instant()).toDays();
    return new TurnView(turn.owner(), null, workspace.statusSince(), days, turn.usualDays());
  }
}
