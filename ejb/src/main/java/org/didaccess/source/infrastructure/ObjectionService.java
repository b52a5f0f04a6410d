package org.didaccess.source.infrastructure;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.didaccess.identity.Roles;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.source.LoadObjections;
import org.didaccess.source.ObjectionList;
import org.didaccess.source.ObjectionUseCases;

/** The lists of objections in the server; a load is one transaction of the loader's datasource. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed(Roles.DATA_MANAGER)
public class ObjectionService implements ObjectionUseCases {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Resource(lookup = "java:jboss/datasources/DidLoader")
  private DataSource loader;

  @Inject private Clock clock;

  @Override
  public ObjectionList load(InputStream file, LoadObjections command) {
    command.check(LocalDate.now(clock.withZone(LONDON)));
    return new JdbcObjectionLists(loader).store(file, command);
  }

  @Override
  @RolesAllowed({Roles.DATA_MANAGER, Roles.AUDITOR, Roles.ADMINISTRATOR})
  public Page<ObjectionList> list(PageRequest page) {
    return new JdbcObjectionLists(loader).list(page);
  }
}
