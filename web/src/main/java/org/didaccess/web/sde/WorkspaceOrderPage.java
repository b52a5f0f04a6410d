package org.didaccess.web.sde;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.didaccess.identity.Roles;
import org.didaccess.sde.OrderWorkspace;
import org.didaccess.sde.SdeUseCases;
import org.didaccess.web.agreement.OrderUnderAgreement;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.page.Choice;
import org.didaccess.web.security.PageAccess;

/** Ordering a workspace under an active agreement. */
@Named
@ViewScoped
@PageAccess(view = "/workspace/order", roles = Roles.DATA_MANAGER)
public class WorkspaceOrderPage extends OrderUnderAgreement {

  private static final long serialVersionUID = 1L;

  @Inject private SdeUseCases workspaces;
  @Inject private Attempt attempt;

  private UUID person;

  /** People whom the agreement names. */
  public List<Choice> getPeople() {
    return getView().people().stream()
        .map(named -> new Choice(named.personId().toString(), named.name()))
        .toList();
  }

  /** Orders it; it is filled on its own. */
  public String order() {
    return attempt.call(
        () ->
            workspaces.order(
                new OrderWorkspace(getAgreement(), person, getOrganisation(), confirmation())),
        "The workspace is ordered. It is filled on its own.",
        id -> "/workspace?id=" + id);
  }

  public UUID getPerson() {
    return person;
  }

  public void setPerson(UUID person) {
    this.person = person;
  }
}
