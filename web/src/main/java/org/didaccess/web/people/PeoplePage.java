package org.didaccess.web.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.didaccess.identity.PeopleUseCases;
import org.didaccess.identity.PersonView;
import org.didaccess.identity.Roles;
import org.didaccess.web.page.Rows;
import org.didaccess.web.security.PageAccess;

/** The list of people. */
@Named
@RequestScoped
@PageAccess(
    view = "/people",
    roles = {Roles.ADMINISTRATOR, Roles.AUDITOR, Roles.OFFICER})
public class PeoplePage {

  @Inject private PeopleUseCases people;

  private String startsWith = "";
  private Rows<PersonView> rows;

  /** The people found. */
  public Rows<PersonView> getRows() {
    if (rows == null) {
      rows = new Rows<>(part -> people.people(part, startsWith));
    }
    return rows;
  }

  public String getStartsWith() {
    return startsWith;
  }

  public void setStartsWith(String startsWith) {
    this.startsWith = startsWith == null ? "" : startsWith;
  }
}
