package org.didaccess.web.agreement;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.didaccess.agreement.AgreementUseCases;
import org.didaccess.agreement.DraftAgreement;
import org.didaccess.application.ApplicationUseCases;
import org.didaccess.application.ApplicationView;
import org.didaccess.identity.PersonSummary;
import org.didaccess.identity.Roles;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.page.Choice;
import org.didaccess.web.page.ConfirmedPage;
import org.didaccess.web.security.PageAccess;

/** Drafting an agreement from an approved application. */
@Named
@ViewScoped
@PageAccess(view = "/agreement/draft", roles = Roles.OFFICER)
public class DraftPage extends ConfirmedPage {

  private static final long serialVersionUID = 1L;

  @Inject private AgreementUseCases agreements;
  @Inject private ApplicationUseCases applications;
  @Inject private Attempt attempt;

  private UUID application;
  private LocalDate startsOn;
  private LocalDate endsOn;
  private String[] analysts = {};
  private String recipient;
  private String publicKey;
  private transient ApplicationView view;

  /** The approved application. */
  public ApplicationView getView() {
    if (view == null) {
      view = applications.draft(application);
    }
    return view;
  }

  /** Whom the agreement can name: the applicant and the collaborators. */
  public List<Choice> getPeople() {
    List<PersonSummary> people = new ArrayList<>(getView().collaborators());
    people.add(0, getView().applicant());
    return people.stream()
        .map(person -> new Choice(person.id().toString(), person.name()))
        .toList();
  }

  /** Drafts the agreement. */
  public String draft() {
    return attempt.call(
        () ->
            agreements.draft(
                new DraftAgreement(
                    application, getView().version(), startsOn, endsOn, named(), confirmation())),
        "The agreement is drafted. Every party signs next.",
        id -> "/agreement?id=" + id);
  }

  private List<DraftAgreement.NamedPerson> named() {
    List<DraftAgreement.NamedPerson> named = new ArrayList<>();
    for (String analyst : analysts) {
      named.add(new DraftAgreement.NamedPerson(UUID.fromString(analyst), "analyst", null));
    }
    if (recipient != null && !recipient.isEmpty()) {
      named.add(new DraftAgreement.NamedPerson(UUID.fromString(recipient), "recipient", publicKey));
    }
    return named;
  }

  public UUID getApplication() {
    return application;
  }

  public void setApplication(UUID application) {
    this.application = application;
  }

  public LocalDate getStartsOn() {
    return startsOn;
  }

  public void setStartsOn(LocalDate startsOn) {
    this.startsOn = startsOn;
  }

  public LocalDate getEndsOn() {
    return endsOn;
  }

  public void setEndsOn(LocalDate endsOn) {
    this.endsOn = endsOn;
  }

  public String[] getAnalysts() {
    return analysts.clone();
  }

  public void setAnalysts(String[] analysts) {
    this.analysts = analysts.clone();
  }

  public String getRecipient() {
    return recipient;
  }

  public void setRecipient(String recipient) {
    this.recipient = recipient;
  }

  public String getPublicKey() {
    return publicKey;
  }

  public void setPublicKey(String publicKey) {
    this.publicKey = publicKey;
  }
}
