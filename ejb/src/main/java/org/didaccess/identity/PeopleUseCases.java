package org.didaccess.identity;

import java.util.UUID;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;

/** Keeping people and organisations; the caller is {@link CurrentPerson}. */
public interface PeopleUseCases {

  /** The caller's own account. */
  MeView me();

  /**
   * One person's account, for administrators, auditors and officers; anybody may see their own.
   *
   * @throws NotFound where there is no such person
   */
  PersonView person(UUID id);

  /** People whose name or login begins with the text, by name; all where it is blank. */
  Page<PersonView> people(PageRequest page, String startsWith);

  /**
   * The few facts by which people find each other, for choosing collaborators and named people.
   *
   * @param startsWith beginning of a name or login, at least two characters
   */
  Page<PersonSummary> find(PageRequest page, String startsWith);

  /** Organisations by name, those that have ended included. */
  Page<OrganisationView> organisations(PageRequest page);

  /**
   * One organisation.
   *
   * @throws NotFound where there is none
   */
  OrganisationView organisation(UUID id);

  /** Registers an organisation (administrator). */
  OrganisationView registerOrganisation(RegisterOrganisation command);

  /** Makes an account and gives the one-time link's token (administrator). */
  OneTimeLink enrol(EnrolPerson command);

  /** Ends a leaver's account, with every role, seat and workspace login, at once. */
  void endPerson(UUID person);

  /** Gives a role (administrator). */
  void grantRole(GrantRole command);

  /** Takes a role away. */
  void endRole(UUID person, String role);

  /** Gives a seat on a panel or as signatory (administrator). */
  UUID grantSeat(GrantSeat command);

  /** Takes a seat away. */
  void endSeat(UUID seat);

  /** Gives a one-time link with which a person sets a new password (administrator). */
  OneTimeLink issueReset(IssueReset command);

  /** Sets a password by a one-time link; needs no sign-in. */
  void setSecret(SetSecret command);

  /** Changes the caller's own password. */
  void changeSecret(ChangeSecret command);
}
