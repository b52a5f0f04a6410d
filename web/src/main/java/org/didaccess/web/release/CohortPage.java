package org.didaccess.web.release;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.UUID;
import org.didaccess.agreement.AgreementUseCases;
import org.didaccess.agreement.AgreementView;
import org.didaccess.identity.Roles;
import org.didaccess.release.CohortUseCases;
import org.didaccess.shared.InvalidInput;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.security.PageAccess;

/** Loading a recipient's cohort file. */
@Named
@ViewScoped
@PageAccess(view = "/agreement/cohort", roles = Roles.DATA_MANAGER)
public class CohortPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private AgreementUseCases agreements;
  @Inject private CohortUseCases cohorts;
  @Inject private Attempt attempt;

  private UUID agreement;
  private transient Part file;
  private transient AgreementView view;

  /** The agreement. */
  public AgreementView getView() {
    if (view == null) {
      view = agreements.agreement(agreement);
    }
    return view;
  }

  /** Matches the file. */
  public String load() {
    return attempt.run(
        this::match,
        "The cohort is matched. What identified people is not kept.",
        "/agreement?id=" + agreement);
  }

  private void match() {
    if (file == null || file.getSize() == 0) {
      throw new InvalidInput("file", "Choose a file that is not empty.");
    }
    try (InputStream content = file.getInputStream()) {
      cohorts.load(content, agreement);
    } catch (InvalidSubmissionException refused) {
      throw new InvalidInput("file", refused.getMessage());
    } catch (IOException unreadable) {
      throw new InvalidInput("file", "The file could not be read. Choose it again.");
    }
  }

  public UUID getAgreement() {
    return agreement;
  }

  public void setAgreement(UUID agreement) {
    this.agreement = agreement;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
