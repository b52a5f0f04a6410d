package org.didaccess.source.domain;

import static org.didaccess.source.domain.PatientChecks.emptyOr;
import static org.didaccess.source.domain.PatientChecks.emptyOrIn;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.didaccess.source.domain.reference.Organisation;
import org.didaccess.source.domain.reference.Organisation.Role;
import org.didaccess.source.domain.reference.Timeline;
import org.didaccess.source.domain.reference.ValueList;

/**
 * Rules about codes: setting, referrer, organisations, imaging codes, site and accession number.
 */
final class CodeChecks {

  private static final Pattern SITE = Pattern.compile("[A-Za-z0-9]{5,12}");
  private static final int LONGEST_ACCESSION = 20;
  private static final int OFFSET_MONTHS = 6;

  private CodeChecks() {}

  static Map<String, RecordCheck> byRule() {
    return Map.ofEntries(
        Map.entry("DIDS018", CodeChecks::practiceIsKnown),
        Map.entry("DIDS080", CodeChecks::practiceIsOpen),
        Map.entry("DIDS020", present(Item.SOURCE_SETTING)),
        Map.entry("DIDS021", emptyOrIn(ValueList.SOURCE_SETTING, Item.SOURCE_SETTING)),
        Map.entry("DIDS023", emptyOr(Item.REFERRER, CodeChecks::isReferrer)),
        Map.entry("DIDS024", CodeChecks::referringOrganisationIsKnown),
        Map.entry("DIDS079", CodeChecks::referringOrganisationIsOpen),
        Map.entry("DIDS056", (r, context) -> r.has(Item.NICIP) || r.has(Item.SNOMED_CT)),
        Map.entry("DIDS057", CodeChecks::nicipIsUsable),
        Map.entry("DIDS059", CodeChecks::snomedIsUsable),
        Map.entry("DIDS077", (r, context) -> !isInOffset(r, nicip(r, context))),
        Map.entry("DIDS078", (r, context) -> !isInOffset(r, snomed(r, context))),
        Map.entry("DIDS082", CodeChecks::imagingCodesAgree),
        Map.entry("DIDS067", present(Item.SITE)),
        Map.entry("DIDS068", CodeChecks::siteIsKnown),
        Map.entry("DIDS069", emptyOr(Item.SITE, site -> SITE.matcher(site).matches())),
        Map.entry("DIDS081", CodeChecks::siteIsOpen),
        Map.entry("DIDS070", present(Item.ACCESSION_NUMBER)),
        Map.entry("DIDS072", emptyOr(Item.ACCESSION_NUMBER, CodeChecks::isShortEnough)));
  }

  private static RecordCheck present(Item item) {
    return (submitted, context) -> submitted.has(item);
  }

  private static boolean isReferrer(String code) {
    return ReferrerCode.isValid(code.toUpperCase(Locale.ROOT));
  }

  private static boolean isShortEnough(String accession) {
    return accession.codePointCount(0, accession.length()) <= LONGEST_ACCESSION;
  }

  private static boolean practiceIsKnown(SubmittedRecord submitted, CheckContext context) {
    return !submitted.has(Item.GP_PRACTICE) || practice(submitted, context).isPresent();
  }

  private static boolean practiceIsOpen(SubmittedRecord submitted, CheckContext context) {
    return isOpen(practice(submitted, context), submitted.date(Item.TEST_DATE));
  }

  private static boolean siteIsKnown(SubmittedRecord submitted, CheckContext context) {
    return !submitted.has(Item.SITE) || site(submitted, context).isPresent();
  }

  private static boolean siteIsOpen(SubmittedRecord submitted, CheckContext context) {
    return isOpen(site(submitted, context), submitted.date(Item.TEST_DATE));
  }

  private static boolean referringOrganisationIsKnown(
      SubmittedRecord submitted, CheckContext context) {
    return !submitted.has(Item.REFERRING_ORGANISATION) || referrer(submitted, context).isPresent();
  }

  private static boolean referringOrganisationIsOpen(
      SubmittedRecord submitted, CheckContext context) {
    Item day = submitted.has(Item.REQUEST_DATE) ? Item.REQUEST_DATE : Item.TEST_DATE;
    return isOpen(referrer(submitted, context), submitted.date(day));
  }

  /** An unknown organisation or day is reported by its own rule. */
  private static boolean isOpen(Optional<Timeline<Organisation>> organisation, LocalDate day) {
    return day == null || organisation.isEmpty() || organisation.get().isLiveOn(day);
  }

  private static Optional<Timeline<Organisation>> practice(
      SubmittedRecord submitted, CheckContext context) {
    return context.reference().organisation(submitted.get(Item.GP_PRACTICE), Role.PRACTICE);
  }

  private static Optional<Timeline<Organisation>> site(
      SubmittedRecord submitted, CheckContext context) {
    return context.reference().organisation(submitted.get(Item.SITE), Role.SITE);
  }

  private static Optional<Timeline<Organisation>> referrer(
      SubmittedRecord submitted, CheckContext context) {
    return context.reference().organisation(submitted.get(Item.REFERRING_ORGANISATION));
  }

  private static Optional<Timeline<String>> nicip(SubmittedRecord submitted, CheckContext context) {
    return context.reference().nicip(submitted.get(Item.NICIP));
  }

  private static Optional<Timeline<String>> snomed(
      SubmittedRecord submitted, CheckContext context) {
    return context.reference().snomed(submitted.get(Item.SNOMED_CT));
  }

  private static boolean nicipIsUsable(SubmittedRecord submitted, CheckContext context) {
    return !submitted.has(Item.NICIP) || isUsable(submitted, nicip(submitted, context));
  }

  private static boolean snomedIsUsable(SubmittedRecord submitted, CheckContext context) {
    return !submitted.has(Item.SNOMED_CT)
        || (SnomedCode.hasForm(submitted.get(Item.SNOMED_CT))
            && isUsable(submitted, snomed(submitted, context)));
  }

  private static boolean isUsable(SubmittedRecord submitted, Optional<Timeline<String>> code) {
    LocalDate test = submitted.date(Item.TEST_DATE);
    return code.isPresent()
        && (test == null || code.get().isLiveOn(test) || isInOffset(submitted, code));
  }

  /** Whether the code had been retired at the test, but no more than six months before it. */
  private static boolean isInOffset(SubmittedRecord submitted, Optional<Timeline<String>> code) {
    LocalDate test = submitted.date(Item.TEST_DATE);
    return test != null
        && code.isPresent()
        && !code.get().isLiveOn(test)
        && code.get()
            .endedBefore(test)
            .map(ended -> MonthSpan.between(test, ended).isAtMost(OFFSET_MONTHS))
            .orElse(false);
  }

  /** A code that is not known maps to nothing. */
  private static boolean imagingCodesAgree(SubmittedRecord submitted, CheckContext context) {
    LocalDate test = submitted.date(Item.TEST_DATE);
    return !submitted.has(Item.NICIP)
        || !submitted.has(Item.SNOMED_CT)
        || test == null
        || context
            .reference()
            .snomedOf(submitted.get(Item.NICIP))
            .filter(map -> map.holds(submitted.get(Item.SNOMED_CT), test))
            .isPresent();
  }
}
