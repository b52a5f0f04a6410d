package org.didaccess.sde.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.sde.WorkspaceStatus;
import org.didaccess.sde.domain.Workspace;
import org.didaccess.sde.domain.WorkspaceRepository;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;

/** Workspaces over JPA. */
@ApplicationScoped
public class JpaWorkspaceRepository implements WorkspaceRepository {

  private static final List<WorkspaceStatus> OVER =
      List.of(WorkspaceStatus.FAILED, WorkspaceStatus.CLOSED);

  @PersistenceContext private EntityManager entities;

  @Override
  public void add(Workspace workspace) {
    entities.persist(workspace);
  }

  @Override
  public Optional<Workspace> find(UUID id) {
    return Optional.ofNullable(id).map(given -> entities.find(Workspace.class, given));
  }

  @Override
  public Optional<Workspace> lock(UUID id) {
    return Optional.ofNullable(id)
        .map(given -> entities.find(Workspace.class, given, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public Page<Workspace> all(PageRequest page) {
    return page(
        entities.createQuery(
            "SELECT w FROM Workspace w ORDER BY w.orderedAt DESC", Workspace.class),
        entities.createQuery("SELECT COUNT(w) FROM Workspace w", Long.class),
        page);
  }

  @Override
  public Page<Workspace> ofAgreements(List<UUID> agreements, PageRequest page) {
    if (agreements.isEmpty()) {
      return new Page<>(List.of(), 0);
    }
    return page(
        entities
            .createQuery(
                "SELECT w FROM Workspace w WHERE w.agreementId IN :agreements ORDER BY w.orderedAt DESC",
                Workspace.class)
            .setParameter("agreements", agreements),
        entities
            .createQuery(
                "SELECT COUNT(w) FROM Workspace w WHERE w.agreementId IN :agreements", Long.class)
            .setParameter("agreements", agreements),
        page);
  }

  @Override
  public List<Workspace> liveOf(UUID agreement) {
    return queryOfLive(agreement).getResultList();
  }

  @Override
  public List<Workspace> lockLiveOf(UUID agreement) {
    return queryOfLive(agreement).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
  }

  private TypedQuery<Workspace> queryOfLive(UUID agreement) {
    return entities
        .createQuery(
            "SELECT w FROM Workspace w WHERE w.agreementId = :agreement AND w.status NOT IN :over",
            Workspace.class)
        .setParameter("agreement", agreement)
        .setParameter("over", OVER);
  }

  /** In one order, so that two who lock the same ones do not wait for each other. */
  @Override
  public void lockAllIn(String database) {
    entities
        .createQuery(
            "SELECT w FROM Workspace w WHERE w.databaseName = :database ORDER BY w.id",
            Workspace.class)
        .setParameter("database", database)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  @Override
  public List<Workspace> live() {
    return entities
        .createQuery("SELECT w FROM Workspace w WHERE w.status NOT IN :over", Workspace.class)
        .setParameter("over", OVER)
        .getResultList();
  }

  @Override
  public List<UUID> unfilled() {
    return entities
        .createQuery(
            "SELECT w.id FROM Workspace w WHERE w.status IN :statuses ORDER BY w.orderedAt",
            UUID.class)
        .setParameter("statuses", List.of(WorkspaceStatus.REQUESTED, WorkspaceStatus.PROVISIONING))
        .getResultList();
  }

  @Override
  public List<String> databasesToDrop() {
    return entities
        .createQuery(
            "SELECT DISTINCT w.databaseName FROM Workspace w WHERE w.status IN :over AND NOT EXISTS"
                + " (SELECT l FROM Workspace l WHERE l.databaseName = w.databaseName"
                + " AND l.status NOT IN :over)",
            String.class)
        .setParameter("over", OVER)
        .getResultList();
  }

  private static Page<Workspace> page(
      TypedQuery<Workspace> items, TypedQuery<Long> count, PageRequest page) {
    return new Page<>(
        items.setFirstResult(page.offset()).setMaxResults(page.limit()).getResultList(),
        count.getSingleResult());
  }
}
