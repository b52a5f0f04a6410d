package org.didaccess.web.application;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.didaccess.application.ApplicationUseCases;
import org.didaccess.application.ApplicationView;
import org.didaccess.application.SaveRecipients;
import org.didaccess.identity.OrganisationView;
import org.didaccess.identity.PeopleUseCases;
import org.didaccess.identity.PersonSummary;
import org.didaccess.shared.PageRequest;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.page.Choice;
import org.didaccess.web.security.PageAccess;

/** Choosing which organisations receive the data and who works on the application. */
@Named
@ViewScoped
@PageAccess(view = "/application/recipients", roles = PageAccess.SIGNED_IN)
public class RecipientsPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private ApplicationUseCases applications;
  @Inject private PeopleUseCases people;
  @Inject private Attempt attempt;

  private UUID id;
  private String name;
  private String[] recipients = {};
  private String[] collaborators = {};
  private final Map<String, String> offered = new LinkedHashMap<>();
  private transient ApplicationView view;

  /** The application. */
  public ApplicationView getView() {
    if (view == null) {
      view = applications.draft(id);
      recipients = ids(view.selection().recipients().stream().map(OrganisationView::id).toList());
      collaborators = ids(view.collaborators().stream().map(PersonSummary::id).toList());
      view.collaborators().forEach(this::offer);
    }
    return view;
  }

  /** People on offer: those chosen before and those found. */
  public List<Choice> getPeople() {
    return offered.entrySet().stream()
        .map(person -> new Choice(person.getKey(), person.getValue()))
        .toList();
  }

  /** Adds the people whose name begins with what was typed. */
  public void find() {
    people.find(PageRequest.first(), name).items().forEach(this::offer);
  }

  /** Saves and leads back to the task list. */
  public String save() {
    return attempt.run(
        () ->
            applications.saveRecipients(
                new SaveRecipients(
                    id, getView().version(), uuids(recipients), uuids(collaborators))),
        "Recipients and collaborators are saved.",
        "/application/tasks?id=" + id);
  }

  private void offer(PersonSummary person) {
    offered.put(
        person.id().toString(),
        person.organisation() == null
            ? person.name()
            : person.name() + ", " + person.organisation());
  }

  private static String[] ids(List<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }

  private static List<UUID> uuids(String[] ids) {
    return Arrays.stream(ids).map(UUID::fromString).toList();
  }

  public UUID getId() {
    return id;
  }

  public void setId(UUID id) {
    this.id = id;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String[] getRecipients() {
    return recipients.clone();
  }

  public void setRecipients(String[] recipients) {
    this.recipients = recipients.clone();
  }

  public String[] getCollaborators() {
    return collaborators.clone();
  }

  public void setCollaborators(String[] collaborators) {
    this.collaborators = collaborators.clone();
  }
}
