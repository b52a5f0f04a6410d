package org.didaccess.workflow.sde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.workflow.process.Steps.Workspace.OPEN;
import static org.didaccess.workflow.process.Steps.Workspace.PROVISION;
import static org.didaccess.workflow.process.Steps.Workspace.SHUT;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.didaccess.sde.WorkspaceAbandoned;
import org.didaccess.sde.WorkspaceClosed;
import org.didaccess.sde.WorkspaceOrdered;
import org.didaccess.sde.WorkspaceProvisioned;
import org.didaccess.sde.WorkspaceResumed;
import org.didaccess.sde.WorkspaceSuspended;
import org.didaccess.shared.process.Notice;
import org.didaccess.workflow.process.ProcessWorld;
import org.junit.jupiter.api.Test;

class WorkspaceProcessTest {
  private final ProcessWorld world = new ProcessWorld();
  private final WorkspaceProcess process = new WorkspaceProcess(world.processes());
  private final UUID workspace = UUID.randomUUID();
  private final UUID agreement = UUID.randomUUID();

  @Test
  void a_workspace_is_built_opened_suspended_resumed_and_closed() {
    order();
    assertThat(world.waitsAt(workspace)).containsExactly(PROVISION);
    open();
    assertThat(world.waitsAt(workspace)).containsExactly(OPEN);
    process.suspended(new WorkspaceSuspended(workspace, agreement));
    assertThat(world.waitsAt(workspace)).containsExactly(SHUT);
    process.resumed(new WorkspaceResumed(workspace, agreement));
    assertThat(world.waitsAt(workspace)).containsExactly(OPEN);
    process.closed(new WorkspaceClosed(workspace, agreement));
    assertThat(world.endedAt(workspace)).containsExactly("workspace-closed");
  }

  @Test
  void a_suspended_workspace_can_be_closed() {
    order();
    open();
    process.suspended(new WorkspaceSuspended(workspace, agreement));
    process.closed(new WorkspaceClosed(workspace, agreement));
    assertThat(world.endedAt(workspace)).containsExactly("workspace-closed");
  }

  @Test
  void a_workspace_that_was_never_filled_is_abandoned() {
    order();
    process.abandoned(new WorkspaceAbandoned(workspace, agreement));
    assertThat(world.endedAt(workspace)).containsExactly("closed-as-abandoned");
  }

  @Test
  void a_slow_provisioning_is_told_of_every_day() {
    order();
    world.pass(Duration.ofHours(25), workspace);
    world.pass(Duration.ofHours(24), workspace);
    assertThat(world.domain().notices())
        .containsExactly(Notice.PROVISIONING_SLOW, Notice.PROVISIONING_SLOW);
  }

  @Test
  void a_workspace_that_outlives_its_rights_by_a_day_is_told_of() {
    order();
    open();
    world.pass(Duration.ofDays(31), workspace);
    assertThat(world.domain().notices()).isEmpty();
    world.pass(Duration.ofDays(1), workspace);
    assertThat(world.domain().notices()).containsExactly(Notice.WORKSPACE_STILL_OPEN);
    assertThat(world.waitsAt(workspace)).containsExactly(OPEN);
  }

  @Test
  void a_workspace_suspended_while_it_is_built_waits_as_suspended() {
    order();
    process.suspended(new WorkspaceSuspended(workspace, agreement));
    assertThat(world.waitsAt(workspace)).containsExactly(SHUT);
    assertThat(world.incidents(workspace)).hasSize(1);
  }

  private void order() {
    process.ordered(new WorkspaceOrdered(workspace, agreement, LocalDate.of(2030, 1, 31)));
  }

  private void open() {
    process.provisioned(new WorkspaceProvisioned(workspace, agreement));
  }
}
