package org.didaccess.source.synthetic;

import static org.didaccess.source.domain.Item.ACCESSION_NUMBER;
import static org.didaccess.source.domain.Item.GP_PRACTICE;
import static org.didaccess.source.domain.Item.NICIP;
import static org.didaccess.source.domain.Item.REFERRER;
import static org.didaccess.source.domain.Item.REFERRING_ORGANISATION;
import static org.didaccess.source.domain.Item.SITE;
import static org.didaccess.source.domain.Item.SNOMED_CT;
import static org.didaccess.source.domain.Item.SOURCE_SETTING;
import static org.didaccess.source.synthetic.Fault.alone;
import static org.didaccess.source.synthetic.Fault.with;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.didaccess.source.domain.reference.Organisation.Role;

/** Faults in settings, organisations, imaging codes, sites and accession numbers. */
final class CodeFaults {

  private CodeFaults() {}

  /** Those that the reference has codes for in that month. */
  static List<Fault> all(SteadyCodes codes) {
    return Stream.concat(always().stream(), dated(codes)).toList();
  }

  private static List<Fault> always() {
    return List.of(
        alone("DIDS018", row -> row.with(GP_PRACTICE, row.codes().unknownOrganisation())),
        alone("DIDS020", row -> row.without(SOURCE_SETTING)),
        alone("DIDS021", row -> row.with(SOURCE_SETTING, "08")),
        alone("DIDS023", row -> row.with(REFERRER, "?")),
        alone(
            "DIDS024", row -> row.with(REFERRING_ORGANISATION, row.codes().unknownOrganisation())),
        alone("DIDS056", row -> row.without(NICIP, SNOMED_CT)),
        alone("DIDS057", row -> row.with(NICIP, row.codes().unknownNicip()).without(SNOMED_CT)),
        alone("DIDS059", row -> row.without(NICIP).with(SNOMED_CT, "22298007")),
        alone("DIDS067", row -> row.without(SITE)),
        alone("DIDS068", row -> row.with(SITE, row.codes().unknownOrganisation())),
        with("DIDS069", "DIDS068", row -> row.with(SITE, "Z1-01")),
        alone("DIDS070", row -> row.without(ACCESSION_NUMBER)),
        alone("DIDS072", row -> row.with(ACCESSION_NUMBER, "L%020d".formatted(row.number()))),
        alone("DIDS082", row -> row.with(SNOMED_CT, row.codes().otherSnomed())));
  }

  /** Codes that are retired or closed at the test. */
  private static Stream<Fault> dated(SteadyCodes codes) {
    return Stream.of(
            fault(
                "DIDS077",
                codes.retiredNicip(),
                (row, code) -> row.testedOn(codes.month()).with(NICIP, code).without(SNOMED_CT)),
            fault(
                "DIDS078",
                codes.retiredSnomed(),
                (row, code) -> row.testedOn(codes.month()).without(NICIP).with(SNOMED_CT, code)),
            fault(
                "DIDS079",
                codes.closed(Role.PROVIDER),
                (row, code) -> row.with(REFERRING_ORGANISATION, code)),
            fault(
                "DIDS080", codes.closed(Role.PRACTICE), (row, code) -> row.with(GP_PRACTICE, code)),
            fault("DIDS081", codes.closed(Role.SITE), (row, code) -> row.with(SITE, code)))
        .flatMap(Optional::stream);
  }

  private static Optional<Fault> fault(
      String rule, Optional<String> code, BiConsumer<FaultyRow, String> damage) {
    return code.map(known -> alone(rule, row -> damage.accept(row, known)));
  }
}
