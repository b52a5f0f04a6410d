package org.didaccess.agreement.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.agreement.domain.AgreementRepository;
import org.didaccess.agreement.domain.DataSharingAgreement;

/** Agreements in JPA. */
@ApplicationScoped
public class JpaAgreementRepository implements AgreementRepository {

  @PersistenceContext(unitName = "did-access")
  private EntityManager entities;

  /** For the container. */
  protected JpaAgreementRepository() {
    // the container sets the entity manager
  }

  /** Over a given entity manager. */
  public JpaAgreementRepository(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Optional<DataSharingAgreement> find(UUID id) {
    return Optional.ofNullable(id).map(given -> entities.find(DataSharingAgreement.class, given));
  }

  @Override
  public Optional<DataSharingAgreement> findLocked(UUID id) {
    return Optional.ofNullable(id)
        .map(
            given ->
                entities.find(DataSharingAgreement.class, given, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public void add(DataSharingAgreement agreement) {
    entities.persist(agreement);
    entities.flush();
  }

  @Override
  public String nextReference() {
    Object number =
        entities.createNativeQuery("SELECT nextval('app.agreement_number')").getSingleResult();
    return "DSA-%06d-v1".formatted(((Number) number).longValue());
  }
}
