package org.didaccess.release.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.release.ExtractStatus;
import org.didaccess.release.domain.StandingOrder;
import org.didaccess.release.domain.StandingOrders;

/** Standing orders over JPA. */
@ApplicationScoped
public class JpaStandingOrders implements StandingOrders {

  private static final List<ExtractStatus> OPEN =
      List.of(
          ExtractStatus.ORDERED,
          ExtractStatus.PREPARING,
          ExtractStatus.PAUSED,
          ExtractStatus.PREPARED,
          ExtractStatus.CHECKED);

  @PersistenceContext private EntityManager entities;

  @Override
  public void add(StandingOrder order) {
    entities.persist(order);
    // An extract that is ordered by it refers to it.
    entities.flush();
  }

  @Override
  public Optional<StandingOrder> lock(UUID id) {
    return Optional.ofNullable(id)
        .map(given -> entities.find(StandingOrder.class, given, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public List<StandingOrder> ofAgreement(UUID agreement) {
    return entities
        .createQuery(
            "SELECT s FROM StandingOrder s WHERE s.agreementId = :agreement"
                + " ORDER BY s.orderedAt DESC",
            StandingOrder.class)
        .setParameter("agreement", agreement)
        .getResultList();
  }

  @Override
  public Optional<UUID> latestRefresh(UUID standingOrder) {
    return entities
        .createQuery(
            "SELECT e.id FROM Extract e WHERE e.refresh.standingOrder = :standing"
                + " ORDER BY e.orderedAt DESC",
            UUID.class)
        .setParameter("standing", standingOrder)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Override
  public boolean hasOpenRefresh(UUID standingOrder) {
    return entities
            .createQuery(
                "SELECT COUNT(e) FROM Extract e WHERE e.refresh.standingOrder = :standing"
                    + " AND e.status IN :open",
                Long.class)
            .setParameter("standing", standingOrder)
            .setParameter("open", OPEN)
            .getSingleResult()
        > 0;
  }
}
