package org.didaccess.agreement.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.didaccess.agreement.AgreementEventView;
import org.didaccess.agreement.AgreementView;
import org.didaccess.agreement.NamedPersonView;
import org.didaccess.agreement.PartyView;
import org.didaccess.agreement.domain.AgreementParty;
import org.didaccess.agreement.domain.AgreementRights;
import org.didaccess.agreement.domain.DataSharingAgreement;
import org.didaccess.agreement.infrastructure.AgreementGateway;
import org.didaccess.agreement.infrastructure.AgreementGateway.Happening;
import org.didaccess.agreement.infrastructure.AgreementGateway.NamedPerson;
import org.didaccess.agreement.infrastructure.AgreementList;
import org.didaccess.application.ApplicationRecords;
import org.didaccess.identity.CurrentPerson;
import org.didaccess.identity.Directory;
import org.didaccess.identity.OrganisationView;
import org.didaccess.identity.PersonSummary;
import org.didaccess.identity.Roles;

/** Puts together what a page shows of one agreement, for the present caller. */
@ApplicationScoped
public class AgreementViews {

  private static final List<String> ROLES_THAT_MATTER = List.of(Roles.OFFICER, Roles.DATA_MANAGER);

  private final AgreementGateway ledger;
  private final AgreementList list;
  private final ApplicationRecords applications;
  private final Directory directory;
  private final CurrentPerson caller;

  /** For the container's proxy. */
  protected AgreementViews() {
    this(null, null, null, null, null);
  }

  /** With everything it needs. */
  @Inject
  public AgreementViews(
      AgreementGateway ledger,
      AgreementList list,
      ApplicationRecords applications,
      Directory directory,
      CurrentPerson caller) {
    this.ledger = ledger;
    this.list = list;
    this.applications = applications;
    this.directory = directory;
    this.caller = caller;
  }

  /** The present caller's rights. */
  public AgreementRights rights(DataSharingAgreement agreement) {
    UUID person = caller.id();
    Set<String> roles = ROLES_THAT_MATTER.stream().filter(caller::has).collect(Collectors.toSet());
    boolean applies = applications.facts(agreement.application()).isOf(person);
    return new AgreementRights(
        agreement,
        ledger.parties(agreement.id()),
        new AgreementRights.Caller(person, roles, directory.seats(person), applies));
  }

  /** The view. */
  public AgreementView view(DataSharingAgreement agreement) {
    AgreementRights rights = rights(agreement);
    List<NamedPerson> people = ledger.people(agreement.id());
    List<Happening> history = ledger.history(agreement.id());
    Map<UUID, PersonSummary> names = names(rights.parties(), people, history);
    return new AgreementView(
        agreement.id(),
        agreement.reference(),
        agreement.application(),
        agreement.version(),
        agreement.title(),
        agreement.status(),
        agreement.status().label(),
        ledger.guardState(agreement.id()),
        agreement.startsOn(),
        agreement.endsOn(),
        applications.frozen(agreement.version()).selection(),
        ledger.objections(agreement.id()),
        agreement.textSha256(),
        parties(rights, names),
        people.stream().map(person -> named(person, names)).toList(),
        history.stream().map(happening -> event(happening, names)).toList(),
        list.turn(agreement.status(), agreement.statusSince()),
        rights.maySuspend(),
        rights.mayResume(),
        rights.mayRevoke(),
        rights.mayEnd(),
        rights.mayRecordDestruction(),
        rights.mayRelease());
  }

  private List<PartyView> parties(AgreementRights rights, Map<UUID, PersonSummary> names) {
    Map<UUID, OrganisationView> organisations =
        directory.organisations(
            rights.parties().stream().map(AgreementParty::organisation).toList());
    return rights.parties().stream()
        .map(
            party ->
                new PartyView(
                    party.organisation(),
                    organisations.get(party.organisation()).name(),
                    String.join(", ", party.roles()),
                    name(names, party.signedBy()),
                    party.signedAt(),
                    rights.maySign(party)))
        .toList();
  }

  private Map<UUID, PersonSummary> names(
      List<AgreementParty> parties, List<NamedPerson> people, List<Happening> history) {
    Set<UUID> ids =
        Stream.of(
                parties.stream().map(AgreementParty::signedBy),
                people.stream().map(NamedPerson::person),
                history.stream().map(Happening::by))
            .flatMap(found -> found)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return directory.people(ids);
  }

  private static NamedPersonView named(NamedPerson person, Map<UUID, PersonSummary> names) {
    return new NamedPersonView(
        person.person(), name(names, person.person()), person.role(), person.publicKey());
  }

  private static AgreementEventView event(Happening happening, Map<UUID, PersonSummary> names) {
    return new AgreementEventView(
        happening.kind(), name(names, happening.by()), happening.reason(), happening.at());
  }

  private static String name(Map<UUID, PersonSummary> names, UUID person) {
    PersonSummary summary = person == null ? null : names.get(person);
    return summary == null ? null : summary.name();
  }
}
