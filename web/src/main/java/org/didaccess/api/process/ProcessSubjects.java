package org.didaccess.api.process;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.didaccess.agreement.AgreementUseCases;
import org.didaccess.application.ApplicationUseCases;
import org.didaccess.release.ReleaseUseCases;
import org.didaccess.sde.SdeUseCases;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.process.ProcessKeys;

/**
 * What processes are about. The engine knows nobody's rights: whoever may see the thing may see
 * where its process stands, and each capability decides that about its own.
 */
@RequestScoped
public class ProcessSubjects {

  @Inject private ApplicationUseCases applications;
  @Inject private AgreementUseCases agreements;
  @Inject private ReleaseUseCases releases;
  @Inject private SdeUseCases workspaces;

  /**
   * Demands that the thing is open to the caller.
   *
   * @throws NotFound where it is not, or is not there
   */
  void demandOpen(String process, UUID business) {
    switch (process) {
      case ProcessKeys.DATA_ACCESS_APPLICATION -> applications.draft(business);
      case ProcessKeys.AGREEMENT_TERM -> agreements.agreement(business);
      case ProcessKeys.EXTRACT_RELEASE -> releases.extract(business);
      case ProcessKeys.SDE_WORKSPACE -> workspaces.workspace(business);
      default -> throw new NotFound("process");
    }
  }
}
