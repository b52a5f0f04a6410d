package org.didaccess.source.domain.derivation;

import java.time.LocalDate;
import java.util.Optional;
import org.didaccess.source.domain.Item;
import org.didaccess.source.domain.Postcodes;
import org.didaccess.source.domain.SubmittedRecord;
import org.didaccess.source.domain.reference.Area;
import org.didaccess.source.domain.reference.ClinicalGroup;
import org.didaccess.source.domain.reference.Organisation;
import org.didaccess.source.domain.reference.Organisation.Role;
import org.didaccess.source.domain.reference.Reference;
import org.didaccess.source.domain.reference.Value;
import org.didaccess.source.domain.reference.ValueList;

/**
 * Everything that is derived from an accepted record, as at its test date.
 *
 * @param ages age and its bands
 * @param intervals days between its dates
 * @param area where the patient lived; nowhere for a pseudo-postcode
 * @param group what was examined, from NICIP, or from SNOMED CT where that is empty
 * @param snomed SNOMED CT code as sent, otherwise mapped from NICIP; null where none is
 * @param commissioner of the practice, or null
 * @param provider of the site, or null
 * @param referrerType who asked for the test
 * @param ethnicGroup id of the ethnic group, or null
 */
public record Derived(
    AgeBands ages,
    Intervals intervals,
    Area area,
    ClinicalGroup group,
    String snomed,
    String commissioner,
    String provider,
    ReferrerType referrerType,
    Short ethnicGroup) {

  /**
   * Derives.
   *
   * @param submitted a record that passed the checks
   */
  public static Derived from(SubmittedRecord submitted, Reference reference) {
    LocalDate test = submitted.date(Item.TEST_DATE);
    return new Derived(
        AgeBands.of(submitted.date(Item.BIRTH_DATE), test),
        Intervals.of(
            submitted.date(Item.REQUEST_DATE),
            submitted.date(Item.RECEIVED_DATE),
            test,
            submitted.date(Item.REPORT_DATE)),
        areaOf(submitted.compactPostcode(), test, reference),
        groupOf(submitted, test, reference),
        snomedOf(submitted, test, reference),
        parentOf(submitted.get(Item.GP_PRACTICE), Role.PRACTICE, test, reference),
        parentOf(submitted.get(Item.SITE), Role.SITE, test, reference),
        ReferrerType.of(submitted.referrerCode()),
        ethnicGroupOf(submitted, test, reference));
  }

  private static Short ethnicGroupOf(
      SubmittedRecord submitted, LocalDate test, Reference reference) {
    return submitted.has(Item.ETHNIC_CATEGORY)
        ? reference
            .value(ValueList.ETHNIC_CATEGORY, submitted.get(Item.ETHNIC_CATEGORY), test)
            .map(Value::group)
            .orElse(null)
        : null;
  }

  private static Area areaOf(String compactPostcode, LocalDate test, Reference reference) {
    return compactPostcode == null || Postcodes.isPseudo(compactPostcode)
        ? Area.NONE
        : reference.areaOf(compactPostcode, test);
  }

  private static ClinicalGroup groupOf(
      SubmittedRecord submitted, LocalDate test, Reference reference) {
    Optional<ClinicalGroup> group =
        submitted.has(Item.NICIP)
            ? reference.groupOfNicip(submitted.get(Item.NICIP), test)
            : reference.groupOfSnomed(submitted.get(Item.SNOMED_CT), test);
    return group.orElse(ClinicalGroup.NONE);
  }

  private static String snomedOf(SubmittedRecord submitted, LocalDate test, Reference reference) {
    return submitted.has(Item.SNOMED_CT)
        ? submitted.get(Item.SNOMED_CT)
        : reference
            .snomedOf(submitted.get(Item.NICIP))
            .flatMap(map -> map.lastOn(test))
            .orElse(null);
  }

  private static String parentOf(String code, Role role, LocalDate test, Reference reference) {
    return reference
        .organisation(code, role)
        .flatMap(timeline -> timeline.lastOn(test))
        .map(Organisation::parent)
        .orElse(null);
  }
}
