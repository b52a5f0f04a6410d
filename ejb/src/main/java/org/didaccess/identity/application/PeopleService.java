package org.didaccess.identity.application;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.didaccess.identity.Authorisation;
import org.didaccess.identity.ChangeSecret;
import org.didaccess.identity.CurrentPerson;
import org.didaccess.identity.Directory;
import org.didaccess.identity.EnrolPerson;
import org.didaccess.identity.GrantRole;
import org.didaccess.identity.GrantSeat;
import org.didaccess.identity.IssueReset;
import org.didaccess.identity.MeView;
import org.didaccess.identity.MembershipView;
import org.didaccess.identity.OneTimeLink;
import org.didaccess.identity.OrganisationView;
import org.didaccess.identity.PeopleUseCases;
import org.didaccess.identity.PersonEnded;
import org.didaccess.identity.PersonEnrolled;
import org.didaccess.identity.PersonSummary;
import org.didaccess.identity.PersonView;
import org.didaccess.identity.RegisterOrganisation;
import org.didaccess.identity.Roles;
import org.didaccess.identity.SeatView;
import org.didaccess.identity.SetSecret;
import org.didaccess.identity.domain.AccountRules;
import org.didaccess.identity.infrastructure.PeopleGateway;
import org.didaccess.identity.infrastructure.PeopleGateway.Account;
import org.didaccess.shared.Checks;
import org.didaccess.shared.DomainEvents;
import org.didaccess.shared.Ids;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.shared.Payload;
import org.didaccess.shared.WrongSecret;

/** Accounts, organisations, roles and seats. What the guard must see goes through the guard. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class PeopleService implements PeopleUseCases {

  private static final int SHORTEST_SEARCH = 2;

  private final PeopleGateway people;
  private final Directory directory;
  private final CurrentPerson caller;
  private final Authorisation authorisation;
  private final DomainEvents events;

  /** For the container's proxy. */
  protected PeopleService() {
    this(null, null, null, null, null);
  }

  /** With everything it needs. */
  @Inject
  public PeopleService(
      PeopleGateway people,
      Directory directory,
      CurrentPerson caller,
      Authorisation authorisation,
      DomainEvents events) {
    this.people = people;
    this.directory = directory;
    this.caller = caller;
    this.authorisation = authorisation;
    this.events = events;
  }

  @Override
  @RolesAllowed(Roles.RESEARCHER)
  public MeView me() {
    Account account = account(caller.id());
    List<SeatView> seats = directory.seats(account.id());
    return new MeView(
        account.id(),
        account.login(),
        account.name(),
        account.email(),
        allRoles(account, seats),
        directory.memberships(account.id()),
        seats);
  }

  @Override
  @RolesAllowed(Roles.RESEARCHER)
  public PersonView person(UUID id) {
    boolean mayRead =
        caller.id().equals(id)
            || caller.has(Roles.ADMINISTRATOR)
            || caller.has(Roles.AUDITOR)
            || caller.has(Roles.OFFICER);
    if (!mayRead) {
      throw new NotFound("person");
    }
    return view(account(id));
  }

  @Override
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR, Roles.OFFICER})
  public Page<PersonView> people(PageRequest page, String startsWith) {
    Page<Account> found = people.accounts(page, startsWith == null ? "" : startsWith.strip());
    List<UUID> ids = found.items().stream().map(Account::id).toList();
    Map<UUID, List<SeatView>> seats = directory.seats(ids);
    Map<UUID, List<MembershipView>> memberships = directory.memberships(ids);
    return found.map(
        account ->
            view(
                account,
                memberships.getOrDefault(account.id(), List.of()),
                seats.getOrDefault(account.id(), List.of())));
  }

  @Override
  @RolesAllowed(Roles.RESEARCHER)
  public Page<PersonSummary> find(PageRequest page, String startsWith) {
    String text = startsWith == null ? "" : startsWith.strip();
    new Checks()
        .that(
            text.length() >= SHORTEST_SEARCH,
            "startsWith",
            "Type at least two letters of the name.")
        .done();
    return people.summaries(page, text);
  }

  @Override
  @RolesAllowed(Roles.RESEARCHER)
  public Page<OrganisationView> organisations(PageRequest page) {
    return people.organisations(page);
  }

  @Override
  @RolesAllowed(Roles.RESEARCHER)
  public OrganisationView organisation(UUID id) {
    OrganisationView found = directory.organisations(List.of(id)).get(id);
    if (found == null) {
      throw new NotFound("organisation");
    }
    return found;
  }

  @Override
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.OFFICER})
  public OrganisationView registerOrganisation(RegisterOrganisation command) {
    AccountRules.check(command);
    UUID id = Ids.next();
    String payload =
        new Payload()
            .with("organisation", id)
            .with("ods_code", command.odsCode())
            .with("name", command.name().strip())
            .text();
    people.registerOrganisation(
        authorisation.ticket("register_organisation", payload, command.confirmation()), payload);
    return new OrganisationView(id, command.odsCode(), command.name().strip(), null);
  }

  @Override
  public OneTimeLink enrol(EnrolPerson command) {
    AccountRules.check(command);
    UUID id = Ids.next();
    String payload =
        new Payload()
            .with("person", id)
            .with("login", command.login())
            .with("organisation", command.organisation())
            .with("unit", command.unit())
            .with("roles", command.roles() == null ? List.of() : command.roles())
            .text();
    UUID ticket = authorisation.ticket("enrol", payload, command.confirmation());
    String token = people.enrol(ticket, payload);
    people.label(id, command.name().strip(), command.email());
    events.fire(new PersonEnrolled(id));
    return new OneTimeLink(id, token);
  }

  @Override
  public void endPerson(UUID person) {
    people.endPerson(account(person).id(), caller.id());
    events.fire(new PersonEnded(person));
  }

  @Override
  public void grantRole(GrantRole command) {
    AccountRules.check(command);
    String payload =
        new Payload().with("person", command.person()).with("role", command.role()).text();
    people.grantRole(authorisation.ticket("grant_role", payload, command.confirmation()), payload);
  }

  @Override
  public void endRole(UUID person, String role) {
    AccountRules.checkRole(role);
    people.endRole(account(person).id(), role, caller.id());
  }

  @Override
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.OFFICER})
  public UUID grantSeat(GrantSeat command) {
    AccountRules.check(command);
    UUID seat = Ids.next();
    String payload =
        new Payload()
            .with("seat", seat)
            .with("person", command.person())
            .with("organisation", command.organisation())
            .with("kind", command.kind())
            .with("unit", command.unit())
            .with("evidence", command.evidence())
            .text();
    people.grantSeat(authorisation.ticket("grant_seat", payload, command.confirmation()), payload);
    return seat;
  }

  @Override
  public void endSeat(UUID seat) {
    people.endSeat(seat, caller.id());
  }

  @Override
  public OneTimeLink issueReset(IssueReset command) {
    String payload = new Payload().with("person", account(command.person()).id()).text();
    UUID ticket = authorisation.ticket("issue_reset", payload, command.confirmation());
    return new OneTimeLink(command.person(), people.issueReset(ticket, payload));
  }

  @Override
  @PermitAll
  public void setSecret(SetSecret command) {
    AccountRules.checkSecret(command.newSecret());
    people.setSecret(command.token() == null ? "" : command.token(), command.newSecret());
  }

  @Override
  @RolesAllowed(Roles.RESEARCHER)
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void changeSecret(ChangeSecret command) {
    AccountRules.checkSecret(command.newSecret());
    if (!people.changeSecret(caller.login(), command.oldSecret(), command.newSecret())) {
      throw new WrongSecret();
    }
  }

  private Account account(UUID id) {
    return people.account(id).orElseThrow(() -> new NotFound("person"));
  }

  private PersonView view(Account account) {
    return view(account, directory.memberships(account.id()), directory.seats(account.id()));
  }

  private PersonView view(Account account, List<MembershipView> memberships, List<SeatView> seats) {
    return new PersonView(
        account.id(),
        account.login(),
        account.name(),
        account.email(),
        account.ended(),
        allRoles(account, seats),
        memberships,
        seats,
        caller.has(Roles.ADMINISTRATOR) && !account.ended() && !account.id().equals(caller.id()));
  }

  /** The roles that a sign-in gives: granted ones, and those that follow from seats. */
  private static List<String> allRoles(Account account, List<SeatView> seats) {
    Set<String> roles = new TreeSet<>(account.roles());
    if (!account.ended()) {
      roles.add(Roles.RESEARCHER);
    }
    for (SeatView seat : seats) {
      roles.add(seat.kind().equals("signatory") ? Roles.SIGNATORY : Roles.PANEL);
    }
    return List.copyOf(roles);
  }
}
