package org.didaccess.sde.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.didaccess.audit.AuditRecorder;
import org.didaccess.identity.Authorisation;
import org.didaccess.identity.CurrentPerson;
import org.didaccess.identity.Roles;
import org.didaccess.pseudonym.KeyWrapping;
import org.didaccess.release.RunProgress;
import org.didaccess.release.domain.StoppedRuns;
import org.didaccess.sde.CloseWorkspace;
import org.didaccess.sde.DriftView;
import org.didaccess.sde.OneTimeCredentials;
import org.didaccess.sde.OrderWorkspace;
import org.didaccess.sde.SdeUseCases;
import org.didaccess.sde.WorkspaceOrdered;
import org.didaccess.sde.WorkspaceStatus;
import org.didaccess.sde.WorkspaceSummary;
import org.didaccess.sde.WorkspaceView;
import org.didaccess.sde.domain.OpaqueName;
import org.didaccess.sde.domain.SdeGuard;
import org.didaccess.sde.domain.Workspace;
import org.didaccess.sde.domain.WorkspaceRepository;
import org.didaccess.sde.domain.WorkspaceTerm;
import org.didaccess.shared.Checks;
import org.didaccess.shared.DomainEvents;
import org.didaccess.shared.Ids;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.shared.Payload;

/** Authorises, lets the guard decide, acts on the workspace, records. */
@Stateless
@RolesAllowed(Roles.DATA_MANAGER)
public class SdeService implements SdeUseCases {

  static final String CHAIN = "workspace";
  private static final int LONGEST_REASON = 2000;

  @Inject private CurrentPerson caller;
  @Inject private Authorisation authorisation;
  @Inject private WorkspaceRepository workspaces;
  @Inject private WorkspaceViews views;
  @Inject private WorkspaceAccess access;
  @Inject private WorkspaceClosing closing;
  @Inject private WorkspaceRemoval removal;
  @Inject private WorkspaceWorker worker;
  @Inject private StoppedRuns stoppedRuns;
  @Inject private DriftReport driftReport;
  @Inject private SdeGuard guard;
  @Inject private KeyWrapping wrapping;
  @Inject private AuditRecorder audit;
  @Inject private DomainEvents events;
  @Inject private Clock clock;

  @Override
  public UUID order(OrderWorkspace command) {
    new Checks()
        .present("agreement", command.agreement(), "Choose the agreement.")
        .present("requestedBy", command.requestedBy(), "Say who asked for the workspace.")
        .present(
            "recipientOrganisation",
            command.recipientOrganisation(),
            "Choose the organisation whose analysts work in it.")
        .done();
    removal.checkNothingLeft(command.agreement());
    UUID run = Ids.next();
    RunSecret secret = RunSecret.random();
    String payload = payload(run, command, secret);
    UUID ticket = authorisation.ticket("order_release", payload, command.confirmation());
    guard.order(ticket, payload);
    WorkspaceTerm term =
        new WorkspaceTerm(databaseOf(command.agreement()), guard.endOf(command.agreement()));
    Instant now = clock.instant();
    workspaces.add(
        new Workspace(run, command, term, caller.id(), secret.wrapped(run, wrapping), now));
    audit.record(
        CHAIN,
        run.toString(),
        "ordered",
        caller.id(),
        Json.createObjectBuilder().add("agreement", command.agreement().toString()).build());
    events.fire(new WorkspaceOrdered(run, command.agreement(), term.endsOn()));
    return run;
  }

  @Override
  @RolesAllowed(Roles.ANYBODY_SIGNED_IN)
  public Page<WorkspaceSummary> workspaces(PageRequest page) {
    return views.page(page);
  }

  @Override
  @RolesAllowed(Roles.ANYBODY_SIGNED_IN)
  public WorkspaceView workspace(UUID id) {
    return views.view(id);
  }

  @Override
  @RolesAllowed(Roles.ANYBODY_SIGNED_IN)
  public RunProgress<WorkspaceStatus> progress(UUID id) {
    return views.progress(id);
  }

  @Override
  @RolesAllowed(Roles.RESEARCHER)
  public OneTimeCredentials issueCredentials(UUID id) {
    return access.issue(id);
  }

  @Override
  public void pause(UUID id) {
    Workspace workspace = locked(id);
    workspace.pause(clock.instant());
    stoppedRuns.pause(id);
    worker.leave(id);
    record(workspace, "paused");
  }

  @Override
  public void resume(UUID id) {
    Workspace workspace = locked(id);
    workspace.goOn(clock.instant());
    record(workspace, "resumed");
  }

  @Override
  @RolesAllowed({Roles.DATA_MANAGER, Roles.OFFICER})
  public void close(CloseWorkspace command) {
    new Checks()
        .text("reason", command.reason(), LONGEST_REASON, "Say why the workspace is closed.")
        .done();
    Workspace workspace = locked(command.workspace());
    guard.recall(workspace.id(), caller.id(), command.reason().strip());
    closing.close(workspace, caller.id(), command.reason().strip());
  }

  @Override
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
  public List<DriftView> drift() {
    return driftReport.findings();
  }

  private Workspace locked(UUID id) {
    return workspaces.lock(id).orElseThrow(() -> new NotFound("workspace"));
  }

  private void record(Workspace workspace, String act) {
    audit.record(CHAIN, workspace.id().toString(), act, caller.id(), JsonValue.EMPTY_JSON_OBJECT);
  }

  /** An agreement keeps its opaque name, also for a second workspace after a first one failed. */
  private String databaseOf(UUID agreement) {
    return guard
        .databaseOf(agreement)
        .orElseGet(
            () -> {
              String name = OpaqueName.forWorkspace();
              guard.registerDatabase(agreement, name);
              return name;
            });
  }

  private static String payload(UUID run, OrderWorkspace command, RunSecret secret) {
    return new Payload()
        .with("run", run)
        .with("agreement", command.agreement())
        .with("recipient_organisation", command.recipientOrganisation())
        .with("requested_by", command.requestedBy())
        .with("run_token_sha256", secret.sha256())
        .with("kind", "sde")
        .text();
  }
}
