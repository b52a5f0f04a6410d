package org.didaccess.release.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.release.ExtractStatus;
import org.didaccess.release.domain.Extract;
import org.didaccess.release.domain.ExtractRepository;
import org.didaccess.release.domain.IssuedLink;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;

/** Extracts and links over JPA. */
@ApplicationScoped
public class JpaExtractRepository implements ExtractRepository {

  @PersistenceContext private EntityManager entities;

  /** For the container, which gives the entity manager. */
  public JpaExtractRepository() {}

  /** Over an entity manager of the caller's own. */
  JpaExtractRepository(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(Extract extract) {
    entities.persist(extract);
  }

  @Override
  public Optional<Extract> find(UUID id) {
    return Optional.ofNullable(id).map(given -> entities.find(Extract.class, given));
  }

  @Override
  public Optional<Extract> lock(UUID id) {
    return Optional.ofNullable(id)
        .map(given -> entities.find(Extract.class, given, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public Page<Extract> all(PageRequest page) {
    return page(
        entities.createQuery("SELECT e FROM Extract e ORDER BY e.orderedAt DESC", Extract.class),
        entities.createQuery("SELECT COUNT(e) FROM Extract e", Long.class),
        page);
  }

  @Override
  public Optional<Extract> previousOf(Extract extract) {
    return entities
        .createQuery(
            "SELECT e FROM Extract e WHERE e.agreementId = :agreement AND e.recipientId = :recipient"
                + " AND e.status = :published AND e.orderedAt < :ordered"
                + " ORDER BY e.orderedAt DESC",
            Extract.class)
        .setParameter("agreement", extract.agreementId())
        .setParameter("recipient", extract.recipientId())
        .setParameter("published", ExtractStatus.PUBLISHED)
        .setParameter("ordered", extract.orderedAt())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Page<Extract> of(List<UUID> ids, PageRequest page) {
    if (ids.isEmpty()) {
      return new Page<>(List.of(), 0);
    }
    return page(
        entities
            .createQuery(
                "SELECT e FROM Extract e WHERE e.id IN :ids ORDER BY e.orderedAt DESC",
                Extract.class)
            .setParameter("ids", ids),
        entities
            .createQuery("SELECT COUNT(e) FROM Extract e WHERE e.id IN :ids", Long.class)
            .setParameter("ids", ids),
        page);
  }

  @Override
  public List<UUID> unprepared() {
    return in(List.of(ExtractStatus.ORDERED, ExtractStatus.PREPARING));
  }

  @Override
  public List<UUID> unfinished() {
    return in(List.of(ExtractStatus.ORDERED, ExtractStatus.PREPARING, ExtractStatus.PAUSED));
  }

  @Override
  public List<UUID> pausedUnder(UUID agreement) {
    return entities
        .createQuery(
            "SELECT e.id FROM Extract e WHERE e.agreementId = :agreement AND e.status = :paused",
            UUID.class)
        .setParameter("agreement", agreement)
        .setParameter("paused", ExtractStatus.PAUSED)
        .getResultList();
  }

  @Override
  public List<UUID> refreshesOf(UUID agreement) {
    return entities
        .createQuery(
            "SELECT e.id FROM Extract e WHERE e.agreementId = :agreement"
                + " AND e.refresh.standingOrder IS NOT NULL",
            UUID.class)
        .setParameter("agreement", agreement)
        .getResultList();
  }

  @Override
  public List<Extract> sampledUnder(UUID agreement) {
    return entities
        .createQuery(
            "SELECT e FROM Extract e WHERE e.agreementId = :agreement AND e.written.sample IS NOT NULL",
            Extract.class)
        .setParameter("agreement", agreement)
        .getResultList();
  }

  @Override
  public List<UUID> givenUp() {
    return in(List.of(ExtractStatus.FAILED, ExtractStatus.CANCELLED));
  }

  private List<UUID> in(List<ExtractStatus> statuses) {
    return entities
        .createQuery(
            "SELECT e.id FROM Extract e WHERE e.status IN :statuses ORDER BY e.orderedAt",
            UUID.class)
        .setParameter("statuses", statuses)
        .getResultList();
  }

  @Override
  public void add(IssuedLink link) {
    entities.persist(link);
  }

  @Override
  public Optional<IssuedLink> link(String tokenSha256) {
    return entities
        .createQuery("SELECT l FROM IssuedLink l WHERE l.tokenSha256 = :digest", IssuedLink.class)
        .setParameter("digest", tokenSha256)
        .getResultStream()
        .findFirst();
  }

  private static Page<Extract> page(
      TypedQuery<Extract> items, TypedQuery<Long> count, PageRequest page) {
    return new Page<>(
        items.setFirstResult(page.offset()).setMaxResults(page.limit()).getResultList(),
        count.getSingleResult());
  }
}
