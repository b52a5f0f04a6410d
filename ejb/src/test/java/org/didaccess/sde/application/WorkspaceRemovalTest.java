package org.didaccess.sde.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.db.rehearsal.RehearsedAgreement;
import org.didaccess.identity.Confirmation;
import org.didaccess.sde.OrderWorkspace;
import org.didaccess.sde.WorkspaceFixture;
import org.didaccess.sde.domain.OpaqueName;
import org.didaccess.sde.domain.SdeCluster;
import org.didaccess.sde.domain.SdeGuard;
import org.didaccess.sde.domain.Workspace;
import org.didaccess.sde.domain.WorkspaceTerm;
import org.didaccess.sde.infrastructure.JdbcSdeGuard;
import org.didaccess.sde.infrastructure.JpaWorkspaceRepository;
import org.didaccess.sde.infrastructure.ProvisionerCluster;
import org.didaccess.shared.IllegalMove;
import org.didaccess.shared.Injected;
import org.didaccess.shared.OwnEntities;
import org.didaccess.shared.infrastructure.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of two workspaces of an agreement, the former is gone before the later is ordered. */
class WorkspaceRemovalTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final int PATIENCE_S = 30;

  private final String name = OpaqueName.forWorkspace();
  private final SdeCluster cluster =
      new ProvisionerCluster(WorkspaceFixture.provisioner(EphemeralDatabase.freshSde()));
  private SdeGuard guard;
  private UUID agreement;
  private EntityManagerFactory factory;
  private EntityManager entities;
  private WorkspaceRemoval removal;
  private Workspace former;

  @BeforeEach
  void a_workspace_that_was_closed() throws SQLException {
    EphemeralDatabase main = EphemeralDatabase.fresh();
    RehearsedAgreement rehearsed = RehearsedWorkspace.agreement(main);
    rehearsed.order();
    agreement = rehearsed.id();
    guard = new JdbcSdeGuard(new Database(main.as("did_app")));
    guard.registerDatabase(agreement, name);
    cluster.prepare(name);
    factory = OwnEntities.of(main);
    entities = factory.createEntityManager();
    removal = removal(entities);
    former = ordered();
    former.close("not needed any more", NOW);
    entities.getTransaction().begin();
    entities.persist(former);
    entities.getTransaction().commit();
  }

  @AfterEach
  void end() {
    entities.close();
    factory.close();
    cluster.drop(name);
  }

  @Test
  void another_is_refused_as_long_as_the_former_database_is_there() {
    entities.getTransaction().begin();
    assertThatThrownBy(() -> removal.checkNothingLeft(agreement))
        .isInstanceOf(IllegalMove.class)
        .hasMessageContaining("is being removed");

    removal.drop(name);
    assertThat(cluster.workspaces()).doesNotContain(name);
    assertThatCode(() -> removal.checkNothingLeft(agreement)).doesNotThrowAnyException();
    entities.persist(ordered());
    assertThatThrownBy(() -> removal.checkNothingLeft(agreement))
        .isInstanceOf(IllegalMove.class)
        .hasMessageContaining("has a workspace already");
    entities.getTransaction().commit();
  }

  @Test
  void a_database_that_another_workspace_got_since_it_was_listed_is_not_dropped() {
    entities.getTransaction().begin();
    entities.persist(ordered());
    removal.drop(name);
    entities.getTransaction().commit();

    assertThat(cluster.workspaces()).contains(name);
  }

  @Test
  void a_removal_waits_for_an_order_under_way_and_leaves_its_database() throws Exception {
    cluster.drop(name);
    entities.getTransaction().begin();
    removal.checkNothingLeft(agreement);
    CompletableFuture<Void> sweep = CompletableFuture.runAsync(this::sweep);
    assertThatThrownBy(() -> sweep.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
    entities.persist(ordered());
    cluster.prepare(name);
    entities.getTransaction().commit();

    sweep.get(PATIENCE_S, TimeUnit.SECONDS);
    assertThat(cluster.workspaces()).contains(name);
  }

  private void sweep() {
    try (EntityManager own = factory.createEntityManager()) {
      own.getTransaction().begin();
      removal(own).drop(name);
      own.getTransaction().commit();
    }
  }

  private WorkspaceRemoval removal(EntityManager manager) {
    return new WorkspaceRemoval(
        Injected.into(new JpaWorkspaceRepository(), manager), guard, cluster);
  }

  private Workspace ordered() {
    return new Workspace(
        UUID.randomUUID(),
        new OrderWorkspace(agreement, UUID.randomUUID(), UUID.randomUUID(), new Confirmation("-")),
        new WorkspaceTerm(name, LocalDate.of(2027, 3, 1)),
        UUID.randomUUID(),
        new byte[] {1},
        NOW);
  }
}
