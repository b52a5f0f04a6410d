package org.didaccess.web.people;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.didaccess.identity.EnrolPerson;
import org.didaccess.identity.OneTimeLink;
import org.didaccess.identity.PeopleUseCases;
import org.didaccess.identity.Roles;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.page.ConfirmedPage;
import org.didaccess.web.security.PageAccess;

/** Making an account; its one-time link is shown once. */
@Named
@ViewScoped
@PageAccess(view = "/people/enrol", roles = Roles.ADMINISTRATOR)
public class EnrolPage extends ConfirmedPage {

  private static final long serialVersionUID = 1L;

  @Inject private PeopleUseCases people;
  @Inject private Attempt attempt;

  private String login;
  private String name;
  private String email;
  private UUID organisation;
  private String unit;
  private String[] roles = {};
  private transient OneTimeLink link;

  /** Makes the account. */
  public void enrol() {
    attempt.stay(
        () ->
            link =
                people.enrol(
                    new EnrolPerson(
                        login, name, email, organisation, unit, List.of(roles), confirmation())));
  }

  /** The one-time link of the account just made, or null. */
  public String getLink() {
    return link == null ? null : "/one-time-link?token=" + link.token();
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public UUID getOrganisation() {
    return organisation;
  }

  public void setOrganisation(UUID organisation) {
    this.organisation = organisation;
  }

  public String getUnit() {
    return unit;
  }

  public void setUnit(String unit) {
    this.unit = unit;
  }

  public String[] getRoles() {
    return roles.clone();
  }

  public void setRoles(String[] roles) {
    this.roles = roles.clone();
  }
}
