package org.didaccess.sde.application;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.didaccess.audit.infrastructure.JdbcAuditRecorder;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.db.rehearsal.OrderedRun;
import org.didaccess.db.rehearsal.RehearsedAgreement;
import org.didaccess.identity.Confirmation;
import org.didaccess.release.domain.RunLeases;
import org.didaccess.release.infrastructure.JdbcPartitionLog;
import org.didaccess.release.infrastructure.JdbcRunLeases;
import org.didaccess.sde.OrderWorkspace;
import org.didaccess.sde.WorkspaceStatus;
import org.didaccess.sde.domain.Workspace;
import org.didaccess.sde.domain.WorkspaceTerm;
import org.didaccess.sde.infrastructure.JdbcSdeGuard;
import org.didaccess.sde.infrastructure.JpaWorkspaceRepository;
import org.didaccess.shared.DomainEvents;
import org.didaccess.shared.Injected;
import org.didaccess.shared.OwnEntities;
import org.didaccess.shared.infrastructure.Database;
import org.junit.jupiter.api.Test;

/** What is recorded of a filling. */
class WorkspaceOutcomeTest {

  private static final String IN_FORCE = "SELECT guard.workspace_in_force(?)";

  private final EphemeralDatabase main = EphemeralDatabase.fresh();
  private final DataSource application = main.as("did_app");
  private final List<Object> events = new ArrayList<>();

  @Test
  void the_order_of_a_filling_that_failed_entitles_nobody_any_more() throws SQLException {
    RehearsedAgreement agreement = RehearsedWorkspace.agreement(main);
    OrderedRun run = agreement.order();
    RunLeases leases = new JdbcRunLeases(application, UUID.randomUUID(), 20);
    RunLeases.Lease lease = leases.acquire(run.id()).orElseThrow();
    assertThat(inForce(agreement)).isEqualTo("t");

    try (EntityManagerFactory factory = OwnEntities.of(main);
        EntityManager entities = factory.createEntityManager()) {
      entities.getTransaction().begin();
      entities.persist(filling(agreement, run));
      entities.flush();
      outcome(entities, leases).failed(lease, "The guard refused it.");
      entities.getTransaction().commit();
      assertThat(entities.find(Workspace.class, run.id()).status())
          .isEqualTo(WorkspaceStatus.FAILED);
    }

    assertThat(inForce(agreement)).isEqualTo("f");
    assertThat(events).isNotEmpty();
  }

  private WorkspaceOutcome outcome(EntityManager entities, RunLeases leases) {
    Database database = new Database(application);
    return Injected.into(
        new WorkspaceOutcome(),
        Injected.into(new JpaWorkspaceRepository(), entities),
        leases,
        new JdbcPartitionLog(application, 20),
        new JdbcSdeGuard(database),
        Injected.into(new JdbcAuditRecorder(), database),
        (DomainEvents) events::add,
        Clock.systemUTC());
  }

  private String inForce(RehearsedAgreement agreement) throws SQLException {
    try (Connection superuser = main.superuser();
        PreparedStatement ask = superuser.prepareStatement(IN_FORCE)) {
      ask.setObject(1, agreement.id());
      try (ResultSet answer = ask.executeQuery()) {
        answer.next();
        return answer.getString(1);
      }
    }
  }

  private static Workspace filling(RehearsedAgreement agreement, OrderedRun run) {
    Instant now = Instant.now();
    Workspace filling =
        new Workspace(
            run.id(),
            new OrderWorkspace(
                agreement.id(), UUID.randomUUID(), UUID.randomUUID(), new Confirmation("-")),
            new WorkspaceTerm("w_" + "0".repeat(24), LocalDate.now(Clock.systemUTC())),
            UUID.randomUUID(),
            new byte[] {1},
            now);
    filling.startProvisioning(now.plus(Duration.ofSeconds(1)));
    return filling;
  }
}
