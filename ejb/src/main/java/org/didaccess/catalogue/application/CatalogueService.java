package org.didaccess.catalogue.application;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.didaccess.catalogue.CatalogueUseCases;
import org.didaccess.catalogue.DataSetSummary;
import org.didaccess.catalogue.DataSetView;
import org.didaccess.catalogue.FieldView;
import org.didaccess.catalogue.FilterValueView;
import org.didaccess.catalogue.FilterView;
import org.didaccess.catalogue.RecordControllership;
import org.didaccess.catalogue.RecordOrganisationEnd;
import org.didaccess.catalogue.RecordSuccession;
import org.didaccess.catalogue.SlotView;
import org.didaccess.catalogue.SuccessionRecorded;
import org.didaccess.catalogue.domain.PageLayout;
import org.didaccess.catalogue.infrastructure.CatalogueGateway;
import org.didaccess.catalogue.infrastructure.CatalogueGateway.DataSetRow;
import org.didaccess.identity.Authorisation;
import org.didaccess.identity.Roles;
import org.didaccess.shared.Checks;
import org.didaccess.shared.DomainEvents;
import org.didaccess.shared.Ids;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.Payload;

/** The catalogue is open to read; what becomes of controllers is recorded through the guard. */
@Stateless
@PermitAll
public class CatalogueService implements CatalogueUseCases {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int LONGEST_EVIDENCE = 2000;

  private final CatalogueGateway catalogue;
  private final Authorisation authorisation;
  private final DomainEvents events;
  private final Clock clock;

  /** For the container's proxy. */
  protected CatalogueService() {
    this(null, null, null, null);
  }

  /** With everything it needs. */
  @Inject
  public CatalogueService(
      CatalogueGateway catalogue, Authorisation authorisation, DomainEvents events, Clock clock) {
    this.catalogue = catalogue;
    this.authorisation = authorisation;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public List<DataSetSummary> dataSets() {
    return catalogue.dataSets().stream().map(DataSetRow::summary).toList();
  }

  @Override
  public DataSetView dataSet(String code) {
    DataSetRow row =
        catalogue.dataSets().stream()
            .filter(dataSet -> dataSet.summary().code().equals(code))
            .findFirst()
            .orElseThrow(() -> new NotFound("data set"));
    PageLayout layout = new PageLayout();
    catalogue.lines(code).forEach(line -> layout.add(line.kind(), line.text()));
    return new DataSetView(
        code,
        row.summary().title(),
        row.summary().version(),
        row.coverageFrom(),
        layout.sections(),
        slots(code));
  }

  @Override
  public List<FieldView> fields(String dataSet, String version) {
    List<FieldView> fields = catalogue.fields(dataSet, version);
    if (fields.isEmpty()) {
      throw new NotFound("version of a data set");
    }
    return fields;
  }

  @Override
  public List<FilterView> filters(String dataSet, String version) {
    fields(dataSet, version);
    return catalogue.filters(dataSet, version);
  }

  @Override
  public List<FilterValueView> filterValues(String dataSet, String version, String kind) {
    return filters(dataSet, version).stream()
        .filter(filter -> filter.kind().equals(kind))
        .findFirst()
        .map(FilterView::values)
        .orElse(List.of());
  }

  @Override
  public List<SlotView> slots(String dataSet) {
    return catalogue.slots(dataSet, LocalDate.now(clock.withZone(LONDON)));
  }

  @Override
  @RolesAllowed(Roles.OFFICER)
  public void recordSuccession(RecordSuccession command) {
    new Checks()
        .present("controllershipId", command.controllershipId(), "Choose the slot.")
        .present("from", command.from(), "Choose who no longer holds the slot.")
        .present("to", command.to(), "Choose who holds it now, or say with an empty list: nobody.")
        .present("effectiveOn", command.effectiveOn(), "Give the day from which it holds.")
        .text("evidence", command.evidence(), LONGEST_EVIDENCE, "Say what proves the succession.")
        .done();
    String payload =
        new Payload()
            .with("controllership", command.controllershipId())
            .with("from", command.from())
            .with("to", command.to())
            .with("effective_on", command.effectiveOn())
            .with("evidence", command.evidence().strip())
            .text();
    UUID ticket = authorisation.ticket("record_succession", payload, command.confirmation());
    catalogue.recordSuccession(ticket, payload);
    events.fire(new SuccessionRecorded(command.controllershipId()));
  }

  @Override
  @RolesAllowed({Roles.OFFICER, Roles.ADMINISTRATOR})
  public void recordOrganisationEnd(RecordOrganisationEnd command) {
    new Checks()
        .present("organisation", command.organisation(), "Choose the organisation.")
        .present("endedOn", command.endedOn(), "Give the day on which it ended.")
        .text("source", command.source(), LONGEST_EVIDENCE, "Say what proves it.")
        .done();
    String payload =
        new Payload()
            .with("organisation", command.organisation())
            .with("ended_on", command.endedOn())
            .with("source", command.source().strip())
            .text();
    UUID ticket = authorisation.ticket("record_organisation_end", payload, command.confirmation());
    catalogue.recordOrganisationEnd(ticket, payload);
  }

  @Override
  @RolesAllowed(Roles.ADMINISTRATOR)
  public UUID recordControllership(RecordControllership command) {
    new Checks()
        .present("dataSet", command.dataSet(), "Choose the data set.")
        .present("organisation", command.organisation(), "Choose the organisation.")
        .present("startsOn", command.startsOn(), "Give the day from which it holds.")
        .text("function", command.function(), 200, "Name the function.")
        .text("source", command.source(), LONGEST_EVIDENCE, "Say what proves it.")
        .done();
    UUID id = Ids.next();
    String payload =
        new Payload()
            .with("controllership", id)
            .with("data_set", command.dataSet())
            .with("organisation", command.organisation())
            .with("function_name", command.function().strip())
            .with("starts_on", command.startsOn())
            .with("source", command.source().strip())
            .text();
    UUID ticket = authorisation.ticket("record_controllership", payload, command.confirmation());
    catalogue.recordControllership(ticket, payload);
    return id;
  }
}
