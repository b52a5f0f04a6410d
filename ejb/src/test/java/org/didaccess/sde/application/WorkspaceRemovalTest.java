package org.didaccess.sde.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.identity.Confirmation;
import org.didaccess.sde.OrderWorkspace;
import org.didaccess.sde.domain.OpaqueName;
import org.didaccess.sde.domain.SdeCluster;
import org.didaccess.sde.domain.SdeGuard;
import org.didaccess.sde.domain.Workspace;
import org.didaccess.sde.domain.WorkspaceTerm;
import org.didaccess.sde.infrastructure.JpaWorkspaceRepository;
import org.didaccess.shared.IllegalMove;
import org.didaccess.shared.OwnEntities;
import org.didaccess.shared.StandIns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of two workspaces of an agreement, the former is gone before the later is ordered. */
class WorkspaceRemovalTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final UUID AGREEMENT = UUID.randomUUID();
  private static final int PATIENCE_S = 30;

  private final String name = OpaqueName.forWorkspace();
  private final List<String> databases = new ArrayList<>(List.of(name));
  private EntityManagerFactory factory;
  private EntityManager entities;
  private WorkspaceRemoval removal;
  private Workspace former;

  @BeforeEach
  void a_workspace_that_was_closed() {
    factory = OwnEntities.of(EphemeralDatabase.fresh());
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
  }

  @Test
  void another_is_refused_as_long_as_the_former_database_is_there() {
    entities.getTransaction().begin();
    assertThatThrownBy(() -> removal.checkNothingLeft(AGREEMENT))
        .isInstanceOf(IllegalMove.class)
        .hasMessageContaining("is being removed");

    removal.drop(name);
    assertThat(databases).isEmpty();
    assertThatCode(() -> removal.checkNothingLeft(AGREEMENT)).doesNotThrowAnyException();
    entities.persist(ordered());
    assertThatThrownBy(() -> removal.checkNothingLeft(AGREEMENT))
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

    assertThat(databases).containsExactly(name);
  }

  @Test
  void a_removal_waits_for_an_order_under_way_and_leaves_its_database() throws Exception {
    databases.clear();
    entities.getTransaction().begin();
    removal.checkNothingLeft(AGREEMENT);
    CompletableFuture<Void> sweep = CompletableFuture.runAsync(this::sweep);
    assertThatThrownBy(() -> sweep.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
    entities.persist(ordered());
    databases.add(name);
    entities.getTransaction().commit();

    sweep.get(PATIENCE_S, TimeUnit.SECONDS);
    assertThat(databases).containsExactly(name);
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
        StandIns.into(new JpaWorkspaceRepository(), manager),
        StandIns.of(SdeGuard.class, Map.of("databaseOf", agreement -> Optional.of(name))),
        StandIns.of(
            SdeCluster.class,
            Map.of(
                "workspaces",
                none -> List.copyOf(databases),
                "drop",
                dropped -> databases.remove((String) dropped[0]))));
  }

  private Workspace ordered() {
    return new Workspace(
        UUID.randomUUID(),
        new OrderWorkspace(AGREEMENT, UUID.randomUUID(), UUID.randomUUID(), new Confirmation("-")),
        new WorkspaceTerm(name, LocalDate.of(2027, 3, 1)),
        UUID.randomUUID(),
        new byte[] {1},
        NOW);
  }
}
