package org.didaccess.source.infrastructure;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import javax.sql.DataSource;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.source.CheckReport;
import org.didaccess.source.LoadReceipt;
import org.didaccess.source.Replacement;
import org.didaccess.source.SubmissionMetadata;
import org.didaccess.source.SubmissionSummary;
import org.didaccess.source.SubmissionUseCases;

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

  @Override
  @RolesAllowed("data-manager")
  public CheckReport check(InputStream file, SubmissionMetadata metadata, OutputStream findings) {
    return engine().check(file, metadata, findings);
  }

  @Override
  @RolesAllowed("data-manager")
  public LoadReceipt load(
      InputStream file,
      SubmissionMetadata metadata,
      Optional<Replacement> replacement,
      OutputStream findings) {
    return engine().load(file, metadata, replacement, findings, loader);
  }

  @Override
  @RolesAllowed({"data-manager", "auditor", "administrator"})
  public Page<SubmissionSummary> list(PageRequest request) {
    return new JdbcSubmissionStore(loader).list(request);
  }

  private SubmissionEngine engine() {
    return new SubmissionEngine(ReferenceFiles.sample(), executor);
  }
}
