package org.didaccess.web.people;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.didaccess.identity.GrantRole;
import org.didaccess.identity.GrantSeat;
import org.didaccess.identity.IssueReset;
import org.didaccess.identity.OneTimeLink;
import org.didaccess.identity.PeopleUseCases;
import org.didaccess.identity.PersonView;
import org.didaccess.identity.Roles;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.page.Choice;
import org.didaccess.web.page.ConfirmedPage;
import org.didaccess.web.page.Words;
import org.didaccess.web.security.PageAccess;

/** One person: roles, seats, a new password, and the end of the account. */
@Named
@ViewScoped
@PageAccess(
    view = "/people/person",
    roles = {Roles.ADMINISTRATOR, Roles.AUDITOR, Roles.OFFICER})
@PageAccess(view = "/people/grant-role", roles = Roles.ADMINISTRATOR)
@PageAccess(view = "/people/grant-seat", roles = Roles.ADMINISTRATOR)
@PageAccess(view = "/people/reset", roles = Roles.ADMINISTRATOR)
@PageAccess(view = "/people/end", roles = Roles.ADMINISTRATOR)
public class PersonPage extends ConfirmedPage {

  private static final long serialVersionUID = 1L;
  private static final Words WORDS = new Words();

  @Inject private PeopleUseCases people;
  @Inject private Attempt attempt;

  private UUID id;
  private String role;
  private UUID organisation;
  private String kind;
  private String unit;
  private String evidence;
  private transient PersonView view;
  private transient OneTimeLink link;

  /** The person. */
  public PersonView getView() {
    if (view == null) {
      view = people.person(id);
    }
    return view;
  }

  /** Roles that can be given. */
  public List<Choice> getRoles() {
    return Stream.of(Roles.OFFICER, Roles.DATA_MANAGER, Roles.AUDITOR, Roles.ADMINISTRATOR)
        .map(one -> new Choice(one, WORDS.plain(one)))
        .toList();
  }

  /** Kinds of seats. */
  public List<Choice> getKinds() {
    return List.of(
        new Choice("member", "Member", "Reviews and votes."),
        new Choice("chair", "Chair", "Decides for the organisation."),
        new Choice("signatory", "Signatory", "Signs agreements for the organisation."),
        new Choice(
            "independent",
            "Independent member",
            "Decides where others of the organisation may not."));
  }

  /** Gives a role. */
  public String grantRole() {
    return attempt.run(
        () -> people.grantRole(new GrantRole(id, role, confirmation())),
        "The role is given. It counts from the next sign-in.",
        address());
  }

  /** Takes a role away. */
  public String endRole(String ended) {
    return attempt.run(() -> people.endRole(id, ended), "The role is taken away.", address());
  }

  /** Gives a seat. */
  public String grantSeat() {
    return attempt.run(
        () ->
            people.grantSeat(
                new GrantSeat(
                    id, organisation, kind, given(unit), given(evidence), confirmation())),
        "The seat is given. It counts from the next sign-in.",
        address());
  }

  /** Takes a seat away. */
  public String endSeat(UUID seat) {
    return attempt.run(() -> people.endSeat(seat), "The seat is taken away.", address());
  }

  /** Ends the account with everything it could do. */
  public String end() {
    return attempt.run(
        () -> people.endPerson(id),
        "The account is ended, with every role, seat, session and workspace login.",
        address());
  }

  /** Makes a one-time link, which the page then shows once. */
  public void reset() {
    attempt.stay(() -> link = people.issueReset(new IssueReset(id, confirmation())));
  }

  /** The one-time link just made, or null. */
  public String getLink() {
    return link == null ? null : "/one-time-link?token=" + link.token();
  }

  private static String given(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private String address() {
    return "/people/person?id=" + id;
  }

  public UUID getId() {
    return id;
  }

  public void setId(UUID id) {
    this.id = id;
  }

  public String getRole() {
    return role;
  }

  public void setRole(String role) {
    this.role = role;
  }

  public UUID getOrganisation() {
    return organisation;
  }

  public void setOrganisation(UUID organisation) {
    this.organisation = organisation;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public String getUnit() {
    return unit;
  }

  public void setUnit(String unit) {
    this.unit = unit;
  }

  public String getEvidence() {
    return evidence;
  }

  public void setEvidence(String evidence) {
    this.evidence = evidence;
  }
}
