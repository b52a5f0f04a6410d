package org.didaccess.web.people;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.didaccess.identity.OrganisationView;
import org.didaccess.identity.PeopleUseCases;
import org.didaccess.identity.RegisterOrganisation;
import org.didaccess.identity.Roles;
import org.didaccess.shared.PageRequest;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.page.Choice;
import org.didaccess.web.page.ConfirmedPage;
import org.didaccess.web.page.Rows;
import org.didaccess.web.security.PageAccess;

/** The list of organisations, and registering one. */
@Named
@ViewScoped
@PageAccess(
    view = "/organisations",
    roles = {Roles.ADMINISTRATOR, Roles.AUDITOR, Roles.OFFICER})
@PageAccess(
    view = "/organisation/register",
    roles = {Roles.ADMINISTRATOR, Roles.OFFICER})
public class OrganisationsPage extends ConfirmedPage {

  private static final long serialVersionUID = 1L;

  @Inject private PeopleUseCases people;
  @Inject private Attempt attempt;

  private String odsCode;
  private String name;
  private transient Rows<OrganisationView> rows;

  /** The organisations, by name. */
  public Rows<OrganisationView> getRows() {
    if (rows == null) {
      rows = new Rows<>(part -> people.organisations(part));
    }
    return rows;
  }

  /** Organisations that have not ended, to choose from. */
  public List<Choice> getChoices() {
    return people.organisations(new PageRequest(0, PageRequest.MOST)).items().stream()
        .filter(organisation -> organisation.endedOn() == null)
        .map(organisation -> new Choice(organisation.id().toString(), organisation.name()))
        .toList();
  }

  /** Registers an organisation. */
  public String register() {
    return attempt.run(
        () -> people.registerOrganisation(new RegisterOrganisation(odsCode, name, confirmation())),
        "The organisation is registered.",
        "/organisations");
  }

  public String getOdsCode() {
    return odsCode;
  }

  public void setOdsCode(String odsCode) {
    this.odsCode = odsCode;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
