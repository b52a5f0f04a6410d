package org.didaccess.web.register;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.didaccess.audit.CheckpointUseCases;
import org.didaccess.release.ReleaseUseCases;
import org.didaccess.web.security.PageAccess;

/** The keys with which anybody checks a package or the trail, and how. */
@Named
@RequestScoped
@PageAccess(view = "/verify", roles = PageAccess.EVERYBODY)
public class VerifyPage {

  @Inject private ReleaseUseCases releases;
  @Inject private CheckpointUseCases checkpoints;

  /** The public half of the key that signs packages, as PEM. */
  public String getPackageKey() {
    return releases.signerKey();
  }

  /** The public half of the key that signs checkpoints of the audit trail. */
  public String getTrailKey() {
    return checkpoints.signerKey();
  }
}
