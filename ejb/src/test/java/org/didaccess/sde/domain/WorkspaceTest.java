package org.didaccess.sde.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.didaccess.application.Objections;
import org.didaccess.identity.Confirmation;
import org.didaccess.release.HandledObjections;
import org.didaccess.sde.OrderWorkspace;
import org.didaccess.sde.WorkspaceStatus;
import org.didaccess.shared.IllegalMove;
import org.junit.jupiter.api.Test;

/** Where a workspace can go. */
class WorkspaceTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofHours(1));
  private static final HandledObjections HANDLED = HandledObjections.notUpheld(Objections.CONSENT);

  @Test
  void a_paused_workspace_goes_on_from_where_it_was_or_is_closed() {
    Workspace workspace = filling();
    workspace.pause(LATER);
    assertThat(workspace.statusSince()).isEqualTo(LATER);
    assertThatThrownBy(() -> workspace.pause(LATER)).isInstanceOf(IllegalMove.class);
    workspace.goOn(LATER);
    assertThat(workspace.status()).isEqualTo(WorkspaceStatus.REQUESTED);
    workspace.pause(LATER);
    workspace.close("not needed any more", LATER);
    assertThat(workspace.status()).isEqualTo(WorkspaceStatus.CLOSED);
  }

  @Test
  void what_is_paused_is_neither_opened_nor_failed_nor_opened_by_its_agreement() {
    Workspace paused = filling();
    paused.pause(NOW);
    assertThatThrownBy(() -> paused.open(List.of("age"), 1, HANDLED, NOW))
        .isInstanceOf(IllegalMove.class);
    assertThatThrownBy(() -> paused.fail("late", NOW)).isInstanceOf(IllegalMove.class);
    assertThatThrownBy(() -> paused.suspend(NOW)).isInstanceOf(IllegalMove.class);
    assertThatThrownBy(() -> paused.resume(NOW)).isInstanceOf(IllegalMove.class);
  }

  @Test
  void an_open_workspace_is_suspended_and_not_paused() {
    Workspace workspace = filling();
    workspace.open(List.of("age"), 1, HANDLED, NOW);
    assertThatThrownBy(() -> workspace.pause(NOW)).isInstanceOf(IllegalMove.class);
    workspace.suspend(NOW);
    assertThatThrownBy(() -> workspace.goOn(NOW)).isInstanceOf(IllegalMove.class);
    workspace.resume(NOW);
    assertThat(workspace.status()).isEqualTo(WorkspaceStatus.ACTIVE);
  }

  @Test
  void nothing_follows_a_failed_or_closed_workspace() {
    for (WorkspaceStatus end : List.of(WorkspaceStatus.FAILED, WorkspaceStatus.CLOSED)) {
      for (WorkspaceMove move : WorkspaceMove.values()) {
        assertThat(WorkspaceStates.table().may(end, move)).as("%s %s", end, move).isFalse();
      }
    }
  }

  @Test
  void every_state_says_whose_turn_it_is() {
    for (WorkspaceStatus status : WorkspaceStatus.values()) {
      assertThat(WorkspaceStates.table().turn(status).owner()).isNotBlank();
    }
  }

  private static Workspace filling() {
    OrderWorkspace order =
        new OrderWorkspace(
            UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), new Confirmation("-"));
    WorkspaceTerm term = new WorkspaceTerm(OpaqueName.forWorkspace(), LocalDate.of(2027, 3, 1));
    Workspace workspace =
        new Workspace(UUID.randomUUID(), order, term, UUID.randomUUID(), new byte[] {1}, NOW);
    workspace.startProvisioning(NOW);
    return workspace;
  }
}
