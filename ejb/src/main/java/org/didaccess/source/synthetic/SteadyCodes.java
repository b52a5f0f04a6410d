package org.didaccess.source.synthetic;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.didaccess.source.domain.Postcodes;
import org.didaccess.source.domain.reference.Organisation;
import org.didaccess.source.domain.reference.Organisation.Role;
import org.didaccess.source.domain.reference.Reference;
import org.didaccess.source.domain.reference.Timeline;
import org.didaccess.source.synthetic.ImagingCodes.Pair;

/**
 * Codes for damaged records of one month: some that hold wherever a fault moves the test, and some
 * that are unknown, closed or retired.
 */
final class SteadyCodes {

  private static final int MONTHS_BEFORE = 9;
  private static final int MONTHS_AFTER = 2;

  private final Reference reference;
  private final LocalDate month;
  private final LocalDate first;
  private final LocalDate last;
  private final Places places;
  private final Pair imaging;
  private final String otherSnomed;

  SteadyCodes(Reference reference, LocalDate month) {
    this.reference = reference;
    this.month = month;
    this.first = month.minusMonths(MONTHS_BEFORE);
    this.last = month.plusMonths(MONTHS_AFTER);
    this.places = new Places(reference, first, last);
    var pairs = new ImagingCodes(reference, Modality.PLAIN_RADIOGRAPHY, first, last).pairs();
    this.imaging = pairs.get(0);
    this.otherSnomed =
        pairs.stream()
            .map(Pair::snomed)
            .filter(snomed -> !snomed.equals(imaging.snomed()))
            .findFirst()
            .orElseThrow();
  }

  String postcode() {
    return places.postcode(0);
  }

  String practice() {
    return places.practice(0);
  }

  String site() {
    return places.siteCode(0);
  }

  /** Two codes that belong together. */
  Pair imaging() {
    return imaging;
  }

  /** A known code that belongs to another NICIP code. */
  String otherSnomed() {
    return otherSnomed;
  }

  /** The first day of the month. */
  LocalDate month() {
    return month;
  }

  String unknownOrganisation() {
    return unused(
        number -> "QQ%03d".formatted(number), code -> reference.organisation(code).isPresent());
  }

  String unknownPostcode() {
    return unused(
        number -> "QQ%d 9QQ".formatted(number),
        code -> reference.knowsPostcode(Postcodes.compact(code)));
  }

  String unknownNicip() {
    return unused(number -> "QQ%d".formatted(number), code -> reference.nicip(code).isPresent());
  }

  /** Closed long before the month. */
  Optional<String> closed(Role role) {
    return reference.organisationCodes().stream()
        .filter(code -> reference.organisation(code, role).filter(this::isClosed).isPresent())
        .min(String::compareTo);
  }

  /** Retired, but no more than 6 months before the first of the month. */
  Optional<String> retiredNicip() {
    return retired(reference.nicipCodes(), reference::nicip);
  }

  /** Retired, but no more than 6 months before the first of the month. */
  Optional<String> retiredSnomed() {
    return retired(reference.snomedCodes(), reference::snomed);
  }

  private boolean isClosed(Timeline<Organisation> organisation) {
    return !organisation.isLiveOn(first)
        && !organisation.isLiveOn(last)
        && organisation.endedBefore(first).isPresent();
  }

  private Optional<String> retired(
      Collection<String> codes, Function<String, Optional<Timeline<String>>> timeline) {
    return codes.stream()
        .filter(
            code ->
                timeline
                    .apply(code)
                    .filter(found -> !found.isLiveOn(month))
                    .flatMap(found -> found.endedBefore(month))
                    .filter(ended -> !ended.isBefore(month.minusMonths(6)))
                    .isPresent())
        .min(String::compareTo);
  }

  private static String unused(IntFunction<String> candidate, Predicate<String> isKnown) {
    return IntStream.range(0, 10)
        .mapToObj(candidate)
        .filter(isKnown.negate())
        .findFirst()
        .orElseThrow();
  }
}
