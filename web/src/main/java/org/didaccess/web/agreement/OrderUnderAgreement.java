package org.didaccess.web.agreement;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.didaccess.agreement.AgreementUseCases;
import org.didaccess.agreement.AgreementView;
import org.didaccess.web.page.Choice;
import org.didaccess.web.page.ConfirmedPage;

/** What is asked wherever something is ordered under an active agreement. */
public abstract class OrderUnderAgreement extends ConfirmedPage {

  private static final long serialVersionUID = 1L;

  @Inject private AgreementUseCases agreements;

  private UUID agreement;
  private UUID organisation;
  private transient AgreementView view;

  /** The agreement. */
  public AgreementView getView() {
    if (view == null) {
      view = agreements.agreement(agreement);
    }
    return view;
  }

  /** Organisations that may receive it, or whose analysts may work in it. */
  public List<Choice> getOrganisations() {
    return getView().selection().recipients().stream()
        .map(recipient -> new Choice(recipient.id().toString(), recipient.name()))
        .toList();
  }

  public UUID getAgreement() {
    return agreement;
  }

  public void setAgreement(UUID agreement) {
    this.agreement = agreement;
  }

  public UUID getOrganisation() {
    return organisation;
  }

  public void setOrganisation(UUID organisation) {
    this.organisation = organisation;
  }
}
