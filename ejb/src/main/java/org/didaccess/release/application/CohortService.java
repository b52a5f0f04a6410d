package org.didaccess.release.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.identity.CurrentPerson;
import org.didaccess.identity.Roles;
import org.didaccess.release.CohortUseCases;
import org.didaccess.source.CohortReport;
import org.didaccess.source.CohortStore;

/** Recipients' cohorts; a load is one transaction of the loader's datasource. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CohortService implements CohortUseCases {

  @Inject private CurrentPerson caller;
  @Inject private CohortStore cohorts;
  @Inject private ExtractVisibility visibility;

  @Override
  @RolesAllowed(Roles.DATA_MANAGER)
  public CohortReport load(InputStream file, UUID agreement) {
    return cohorts.load(file, agreement);
  }

  @Override
  @RolesAllowed(Roles.ANYBODY_SIGNED_IN)
  public Optional<CohortReport> report(UUID agreement) {
    boolean visible = visibility.seesAll() || visibility.receives(agreement, caller.id());
    return visible ? cohorts.latest(agreement) : Optional.empty();
  }
}
