package org.didaccess.web.sde;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.didaccess.agreement.AgreementUseCases;
import org.didaccess.agreement.AgreementView;
import org.didaccess.identity.Roles;
import org.didaccess.sde.OrderWorkspace;
import org.didaccess.sde.SdeUseCases;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.page.Choice;
import org.didaccess.web.page.ConfirmedPage;
import org.didaccess.web.security.PageAccess;

/** Ordering a workspace under an active agreement. */
@Named
@ViewScoped
@PageAccess(view = "/workspace/order", roles = Roles.DATA_MANAGER)
public class WorkspaceOrderPage extends ConfirmedPage {

  private static final long serialVersionUID = 1L;

  @Inject private AgreementUseCases agreements;
  @Inject private SdeUseCases workspaces;
  @Inject private Attempt attempt;

  private UUID agreement;
  private UUID organisation;
  private UUID person;
  private transient AgreementView view;

  /** The agreement. */
  public AgreementView getView() {
    if (view == null) {
      view = agreements.agreement(agreement);
    }
    return view;
  }

  /** Organisations whose analysts may work in it. */
  public List<Choice> getOrganisations() {
    return getView().selection().recipients().stream()
        .map(recipient -> new Choice(recipient.id().toString(), recipient.name()))
        .toList();
  }

  /** People whom the agreement names. */
  public List<Choice> getPeople() {
    return getView().people().stream()
        .map(named -> new Choice(named.personId().toString(), named.name()))
        .toList();
  }

  /** Orders it; it is filled on its own. */
  public String order() {
    return attempt.call(
        () -> workspaces.order(new OrderWorkspace(agreement, person, organisation, confirmation())),
        "The workspace is ordered. It is filled on its own.",
        id -> "/workspace?id=" + id);
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

  public UUID getPerson() {
    return person;
  }

  public void setPerson(UUID person) {
    this.person = person;
  }
}
