package org.didaccess.audit.application;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Writer;
import org.didaccess.audit.AuditQuery;
import org.didaccess.audit.AuditRowView;
import org.didaccess.audit.AuditUseCases;
import org.didaccess.audit.CheckpointView;
import org.didaccess.audit.domain.TrailReading;
import org.didaccess.audit.domain.TrailSource;
import org.didaccess.identity.Roles;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;

/** Opens the trail to those who prove it. */
@Stateless
@RolesAllowed({Roles.AUDITOR, Roles.ADMINISTRATOR})
public class AuditService implements AuditUseCases {

  @Inject private TrailReading reading;
  @Inject private TrailSource trail;
  @Inject private CheckpointService checkpoints;

  @Override
  public Page<AuditRowView> trail(AuditQuery query, PageRequest page) {
    return reading.rows(query, page);
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void export(Writer out) throws IOException {
    new TrailExport(trail).write(checkpoints.signed(), out);
  }

  @Override
  public CheckpointView checkpoint() {
    return checkpoints.checkpointNow();
  }

  @Override
  @PermitAll
  public String signerKey() {
    return checkpoints.signerKey();
  }
}
