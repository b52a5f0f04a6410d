package org.didaccess.web.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.didaccess.identity.PeopleUseCases;
import org.didaccess.identity.PersonView;
import org.didaccess.identity.Roles;
import org.didaccess.web.page.Listing;
import org.didaccess.web.security.PageAccess;

/** The list of people. */
@Named
@RequestScoped
@PageAccess(
    view = "/people",
    roles = {Roles.ADMINISTRATOR, Roles.AUDITOR, Roles.OFFICER})
public class PeoplePage {

  @Inject private PeopleUseCases people;

  private String offset;
  private String startsWith = "";
  private Listing<PersonView> listing;

  /** The people found. */
  public Listing<PersonView> getListing() {
    if (listing == null) {
      listing = Listing.of(people.people(Listing.request(offset), startsWith), offset);
    }
    return listing;
  }

  public String getOffset() {
    return offset;
  }

  public void setOffset(String offset) {
    this.offset = offset;
  }

  public String getStartsWith() {
    return startsWith;
  }

  public void setStartsWith(String startsWith) {
    this.startsWith = startsWith == null ? "" : startsWith;
  }
}
