package org.didaccess.agreement;

import java.util.UUID;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;

/** Drafting, signing, stopping and ending agreements. */
public interface AgreementUseCases {

  /**
   * Drafts an agreement from an approved application (officer).
   *
   * @return the agreement's id
   */
  UUID draft(DraftAgreement command);

  /** Agreements that the caller may see, the newest first. */
  Page<AgreementSummary> agreements(PageRequest page);

  /**
   * One agreement with everything that its page shows.
   *
   * @throws NotFound where there is none that the caller may see
   */
  AgreementView agreement(UUID id);

  /**
   * The agreement's text, exactly the one whose SHA-256 is signed.
   *
   * @throws NotFound where there is none that the caller may see
   */
  String text(UUID id);

  /** Signs for a party (signatory of that organisation). */
  void sign(SignAgreement command);

  /** Stops everything under the agreement at once (officer, or chair of a controller). */
  void suspend(StopAgreement command);

  /** Lets a suspended agreement go on (officer). */
  void resume(ResumeAgreement command);

  /** Ends the agreement early, for cause (officer, or chair of a controller). */
  void revoke(StopAgreement command);

  /** Ends the agreement (officer, or the applicant). */
  void end(StopAgreement command);

  /** Records that the recipient's data were destroyed, with the certificate (officer). */
  void recordDestruction(StopAgreement command);
}
