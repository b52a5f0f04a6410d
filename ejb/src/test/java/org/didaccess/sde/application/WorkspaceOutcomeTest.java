package org.didaccess.sde.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.audit.AuditRecorder;
import org.didaccess.identity.Confirmation;
import org.didaccess.release.domain.RunLeases;
import org.didaccess.release.domain.StoppedRuns;
import org.didaccess.sde.OrderWorkspace;
import org.didaccess.sde.WorkspaceStatus;
import org.didaccess.sde.domain.SdeGuard;
import org.didaccess.sde.domain.Workspace;
import org.didaccess.sde.domain.WorkspaceRepository;
import org.didaccess.sde.domain.WorkspaceTerm;
import org.didaccess.shared.DomainEvents;
import org.didaccess.shared.StandIns;
import org.junit.jupiter.api.Test;

/** What is recorded of a filling. */
class WorkspaceOutcomeTest {

  private final Workspace workspace = filling();
  private final List<List<Object>> recalled = new ArrayList<>();
  private final WorkspaceOutcome outcome =
      StandIns.into(
          new WorkspaceOutcome(),
          StandIns.of(WorkspaceRepository.class, Map.of("lock", id -> Optional.of(workspace))),
          StandIns.of(RunLeases.class, Map.of("renew", lease -> true)),
          StandIns.of(StoppedRuns.class, Map.of()),
          StandIns.of(
              SdeGuard.class, Map.of("recall", order -> recalled.add(Arrays.asList(order)))),
          StandIns.of(AuditRecorder.class, Map.of()),
          StandIns.of(DomainEvents.class, Map.of()),
          Clock.systemUTC());

  @Test
  void the_order_of_a_filling_that_failed_entitles_nobody_any_more() {
    outcome.failed(new RunLeases.Lease(workspace.id(), 1), "The guard refused it.");

    assertThat(workspace.status()).isEqualTo(WorkspaceStatus.FAILED);
    assertThat(recalled)
        .containsExactly(Arrays.asList(workspace.id(), null, "The guard refused it."));
  }

  private static Workspace filling() {
    Instant now = Instant.now();
    Workspace filling =
        new Workspace(
            UUID.randomUUID(),
            new OrderWorkspace(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), new Confirmation("-")),
            new WorkspaceTerm("w_" + "0".repeat(24), LocalDate.now(Clock.systemUTC())),
            UUID.randomUUID(),
            new byte[] {1},
            now);
    filling.startProvisioning(now.plus(Duration.ofSeconds(1)));
    return filling;
  }
}
