package org.didaccess.application.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.application.domain.ApplicationRepository;
import org.didaccess.application.domain.ApplicationVersion;
import org.didaccess.application.domain.DataAccessApplication;
import org.didaccess.application.domain.SelectionRecord;
import org.didaccess.shared.StaleVersion;

/** Applications in JPA. */
@ApplicationScoped
public class JpaApplicationRepository implements ApplicationRepository {

  @PersistenceContext(unitName = "did-access")
  private EntityManager entities;

  /** For the container. */
  protected JpaApplicationRepository() {
    // the container sets the entity manager
  }

  /** Over a given entity manager. */
  public JpaApplicationRepository(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Optional<DataAccessApplication> find(UUID id) {
    return Optional.ofNullable(id).map(given -> entities.find(DataAccessApplication.class, given));
  }

  @Override
  public Optional<DataAccessApplication> findLocked(UUID id) {
    return Optional.ofNullable(id)
        .map(
            given ->
                entities.find(DataAccessApplication.class, given, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public Optional<ApplicationVersion> version(UUID id) {
    return Optional.ofNullable(id).map(given -> entities.find(ApplicationVersion.class, given));
  }

  @Override
  public List<ApplicationVersion> versions(UUID application) {
    return entities
        .createQuery(
            "SELECT v FROM ApplicationVersion v WHERE v.applicationId = :application"
                + " ORDER BY v.number DESC",
            ApplicationVersion.class)
        .setParameter("application", application)
        .getResultList();
  }

  @Override
  public SelectionRecord selection(UUID id) {
    return entities.find(SelectionRecord.class, id);
  }

  @Override
  public void add(DataAccessApplication application) {
    entities.persist(application);
  }

  @Override
  public void add(ApplicationVersion version) {
    entities.persist(version);
  }

  @Override
  public void add(SelectionRecord selection) {
    entities.persist(selection);
    entities.flush(); // applications and versions refer to it
  }

  @Override
  public void flush() {
    try {
      entities.flush();
    } catch (OptimisticLockException changedMeanwhile) {
      throw new StaleVersion();
    }
  }

  @Override
  public String nextReference() {
    Object number =
        entities.createNativeQuery("SELECT nextval('app.application_number')").getSingleResult();
    return "DA-%06d".formatted(((Number) number).longValue());
  }
}
