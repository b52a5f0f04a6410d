package org.didaccess.agreement.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.agreement.AgreementDrafted;
import org.didaccess.agreement.DraftAgreement;
import org.didaccess.agreement.domain.AgreementRepository;
import org.didaccess.agreement.domain.AgreementText;
import org.didaccess.agreement.domain.DataSharingAgreement;
import org.didaccess.agreement.infrastructure.AgreementGateway;
import org.didaccess.application.ApplicationRecords;
import org.didaccess.application.FrozenVersionView;
import org.didaccess.application.SelectionView;
import org.didaccess.identity.Authorisation;
import org.didaccess.identity.Directory;
import org.didaccess.identity.OrganisationView;
import org.didaccess.shared.Checks;
import org.didaccess.shared.DomainEvents;
import org.didaccess.shared.Ids;
import org.didaccess.shared.Payload;
import org.didaccess.shared.RecipientKeys;

/** Drafts an agreement from an approved version: parties, text, and the guard's record of both. */
@ApplicationScoped
public class AgreementDrafting {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final String RECIPIENT = "recipient";
  private static final List<String> ROLES = List.of("analyst", RECIPIENT);

  private final AgreementRepository agreements;
  private final AgreementGateway guard;
  private final ApplicationRecords applications;
  private final Directory directory;
  private final Authorisation authorisation;
  private final DomainEvents events;
  private final Clock clock;

  /** For the container's proxy. */
  protected AgreementDrafting() {
    this(null, null, null, null, null, null, null);
  }

  /** With everything it needs. */
  @Inject
  public AgreementDrafting(
      AgreementRepository agreements,
      AgreementGateway guard,
      ApplicationRecords applications,
      Directory directory,
      Authorisation authorisation,
      DomainEvents events,
      Clock clock) {
    this.agreements = agreements;
    this.guard = guard;
    this.applications = applications;
    this.directory = directory;
    this.authorisation = authorisation;
    this.events = events;
    this.clock = clock;
  }

  private record Party(UUID organisation, String role) {
    private Payload payload() {
      return new Payload().with("organisation", organisation).with("role", role);
    }
  }

  /** Drafts and gives the agreement's id. */
  public UUID draft(DraftAgreement command) {
    check(command);
    applications.agreementDrafted(command.application(), command.expectedVersion());
    ApplicationRecords.Facts facts = applications.facts(command.application());
    FrozenVersionView version = applications.frozen(facts.versionId());
    List<Party> parties = parties(version.selection(), facts.organisation());
    String reference = agreements.nextReference();
    DataSharingAgreement agreement =
        DataSharingAgreement.draft(
            new DataSharingAgreement.Draft(
                Ids.next(),
                reference,
                facts.id(),
                version.id(),
                facts.title(),
                text(command, reference, parties, version),
                command.startsOn(),
                command.endsOn()),
            clock.instant());
    agreements.add(agreement);
    String payload = payload(command, agreement, version, parties);
    guard.draft(authorisation.ticket("draft_agreement", payload, command.confirmation()), payload);
    events.fire(new AgreementDrafted(agreement.id(), facts.id()));
    return agreement.id();
  }

  private void check(DraftAgreement command) {
    LocalDate today = LocalDate.now(clock.withZone(LONDON));
    Optional<String> keyFault =
        command.people().stream()
            .filter(named -> RECIPIENT.equals(named.role()))
            .flatMap(named -> RecipientKeys.faultOf(named.publicKey(), clock.instant()).stream())
            .findFirst();
    new Checks()
        .present("application", command.application(), "Choose the application.")
        .that(
            command.startsOn() != null
                && !command.startsOn().isBefore(today)
                && !command.startsOn().isAfter(today.plusMonths(12)),
            "startsOn",
            "Give a first day from today on and within twelve months.")
        .that(
            command.endsOn() != null
                && command.startsOn() != null
                && !command.endsOn().isBefore(command.startsOn()),
            "endsOn",
            "Give a last day that is not before the first.")
        .that(
            !command.people().isEmpty(),
            "people",
            "Name at least one person who receives or analyses the data.")
        .that(
            command.people().stream()
                .allMatch(
                    named ->
                        named.person() != null
                            && named.role() != null
                            && ROLES.contains(named.role())),
            "people",
            "Name each person by their id, as analyst or as recipient.")
        .that(keyFault.isEmpty(), "publicKey", keyFault.orElse(null))
        .done();
  }

  private List<Party> parties(SelectionView selection, UUID applicant) {
    LocalDate today = LocalDate.now(clock.withZone(LONDON));
    List<Party> parties = new ArrayList<>();
    guard
        .controllers(selection.dataSet(), today)
        .forEach(holder -> parties.add(new Party(holder, "controller")));
    parties.add(new Party(applicant, "applicant"));
    selection.recipients().forEach(r -> parties.add(new Party(r.id(), "recipient")));
    return parties;
  }

  private String text(
      DraftAgreement command, String reference, List<Party> parties, FrozenVersionView version) {
    Map<UUID, OrganisationView> names =
        directory.organisations(parties.stream().map(Party::organisation).toList());
    List<String> lines =
        parties.stream()
            .map(
                party ->
                    "%s (%s), %s"
                        .formatted(
                            names.get(party.organisation()).name(),
                            names.get(party.organisation()).odsCode(),
                            party.role()))
            .toList();
    return new AgreementText(
            reference,
            command.startsOn(),
            command.endsOn(),
            lines,
            version,
            guard.conditions(version.applicationId()))
        .write();
  }

  private static String payload(
      DraftAgreement command,
      DataSharingAgreement agreement,
      FrozenVersionView version,
      List<Party> parties) {
    SelectionView selection = version.selection();
    return new Payload()
        .with("agreement", agreement.id())
        .with("reference", agreement.reference())
        .with("version", agreement.version())
        .with("selection", selection.id())
        .with("digest", selection.digest())
        .with("starts_on", agreement.startsOn())
        .with("ends_on", agreement.endsOn())
        .with("text_sha256", agreement.textSha256())
        .with("objections", version.objections().code())
        .withAll("parties", parties.stream().map(Party::payload).toList())
        .withAll(
            "people",
            command.people().stream()
                .map(
                    person ->
                        new Payload()
                            .with("person", person.person())
                            .with("role", person.role())
                            .with("public_key", RecipientKeys.written(person.publicKey())))
                .toList())
        .text();
  }
}
