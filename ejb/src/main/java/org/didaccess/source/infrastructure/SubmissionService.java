package org.didaccess.source.infrastructure;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.didaccess.identity.CurrentPerson;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.source.CheckReport;
import org.didaccess.source.LoadReceipt;
import org.didaccess.source.Replacement;
import org.didaccess.source.SubmissionMetadata;
import org.didaccess.source.SubmissionSummary;
import org.didaccess.source.SubmissionUseCases;
import org.didaccess.source.UploadProgress;
import org.didaccess.source.UploadedFile;
import org.didaccess.source.application.Uploads;

/**
 * The submissions' use cases in the server. A load is one transaction of the loader's own
 * datasource and takes no part in the container's, which would end it after five minutes.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SubmissionService implements SubmissionUseCases {

  @Resource(lookup = "java:jboss/datasources/DidLoader")
  private DataSource loader;

  @Resource private ManagedExecutorService executor;

  @Inject private CurrentPerson caller;
  @Inject private Uploads uploads;
  @Inject private ReferenceVersions references;
  @Inject private Clock clock;

  @Override
  @RolesAllowed("data-manager")
  public CheckReport check(UploadedFile file, SubmissionMetadata metadata, OutputStream findings) {
    metadata.refuseAhead(clock);
    return uploads.watching(
        file.upload(),
        caller.id(),
        watch -> engine().check(watch.watched(file.content()), metadata, findings));
  }

  @Override
  @RolesAllowed("data-manager")
  public LoadReceipt load(
      UploadedFile file,
      SubmissionMetadata metadata,
      Optional<Replacement> replacement,
      OutputStream findings) {
    metadata.refuseAhead(clock);
    return uploads.watching(
        file.upload(),
        caller.id(),
        watch ->
            engine()
                .load(
                    watch.watched(file.content()), metadata, replacement, findings, loader, watch));
  }

  @Override
  @RolesAllowed("data-manager")
  public UploadProgress progress(UUID upload) {
    return uploads.find(upload, caller.id()).progress();
  }

  @Override
  @RolesAllowed("data-manager")
  public void cancel(UUID upload) {
    uploads.find(upload, caller.id()).cancel();
  }

  @Override
  @RolesAllowed({"data-manager", "auditor", "administrator"})
  public Page<SubmissionSummary> list(PageRequest request) {
    return new JdbcSubmissionStore(loader).list(request);
  }

  private SubmissionEngine engine() {
    return new SubmissionEngine(references.current(), executor);
  }
}
