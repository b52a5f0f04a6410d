package org.didaccess.web.application;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.didaccess.application.ApplicationUseCases;
import org.didaccess.application.StartApplication;
import org.didaccess.identity.Roles;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.page.Choice;
import org.didaccess.web.page.Viewer;
import org.didaccess.web.security.PageAccess;

/** Starting an application: a name for it and for whom. */
@Named
@RequestScoped
@PageAccess(view = "/application/new", roles = Roles.RESEARCHER)
public class StartPage {

  @Inject private ApplicationUseCases applications;
  @Inject private Viewer viewer;
  @Inject private Attempt attempt;

  private String title;
  private UUID organisation;

  /** Starts the draft and leads to its task list. */
  public String start() {
    return attempt.call(
        () -> applications.start(new StartApplication(title, organisation)),
        "Your application is started. Answers are saved as you type.",
        id -> "/application/tasks?id=" + id);
  }

  /** Whoever works for one organisation alone applies for it. */
  @PostConstruct
  void offerTheOnlyOne() {
    if (getOrganisations().size() == 1) {
      organisation = viewer.getMe().memberships().get(0).organisationId();
    }
  }

  /** The organisations the viewer works for. */
  public List<Choice> getOrganisations() {
    return viewer.getMe().memberships().stream()
        .map(member -> new Choice(member.organisationId().toString(), member.organisation()))
        .toList();
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public UUID getOrganisation() {
    return organisation;
  }

  public void setOrganisation(UUID organisation) {
    this.organisation = organisation;
  }
}
