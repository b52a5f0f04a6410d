package org.didaccess.source.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Rules about who the patient is. */
final class PatientChecks {

  private static final Set<String> STATUSES =
      Set.of("01", "02", "03", "04", "05", "06", "07", "08");
  private static final Set<String> ETHNIC_CATEGORIES =
      Set.of(
          "A", "B", "C", "D", "E", "F", "G", "H", "J", "K", "L", "M", "N", "P", "R", "S", "Z",
          "99");
  private static final List<Item> DEMOGRAPHICS =
      List.of(
          Item.NHS_NUMBER,
          Item.BIRTH_DATE,
          Item.ETHNIC_CATEGORY,
          Item.GENDER,
          Item.POSTCODE,
          Item.GP_PRACTICE);
  private static final Set<String> GENDERS = Set.of("0", "1", "2", "9");

  private PatientChecks() {}

  static Map<String, RecordCheck> byRule() {
    return Map.ofEntries(
        Map.entry("DIDS001", emptyOr(Item.NHS_NUMBER, NhsNumber::isValid)),
        Map.entry("DIDS002", emptyOr(Item.NHS_NUMBER, PatientChecks::hasTenCharacters)),
        Map.entry("DIDS003", emptyOr(Item.NHS_NUMBER_STATUS, STATUSES::contains)),
        Map.entry("DIDS012", emptyOr(Item.ETHNIC_CATEGORY, ETHNIC_CATEGORIES::contains)),
        Map.entry("DIDS014", emptyOr(Item.GENDER, GENDERS::contains)),
        Map.entry("DIDS016", PatientChecks::postcodeIsKnown),
        Map.entry("DIDS017", emptyOr(Item.POSTCODE, Postcodes::hasForm)),
        Map.entry("DIDS073", (submitted, context) -> isKnown(submitted, null)),
        Map.entry("DIDS074", PatientChecks::isMoreThanPseudoPostcode));
  }

  static RecordCheck emptyOr(Item item, Predicate<String> accepted) {
    return (submitted, context) -> !submitted.has(item) || accepted.test(submitted.get(item));
  }

  private static boolean hasTenCharacters(String number) {
    return number.codePointCount(0, number.length()) == NhsNumber.LENGTH;
  }

  private static boolean postcodeIsKnown(SubmittedRecord submitted, CheckContext context) {
    String postcode = submitted.compactPostcode();
    return postcode == null
        || Postcodes.isPseudo(postcode)
        || context.reference().knowsPostcode(postcode);
  }

  private static boolean isMoreThanPseudoPostcode(SubmittedRecord submitted, CheckContext context) {
    String postcode = submitted.compactPostcode();
    return postcode == null || !Postcodes.isPseudo(postcode) || isKnown(submitted, Item.POSTCODE);
  }

  /** Whether anything is known about the patient beside that item; null: anything at all. */
  private static boolean isKnown(SubmittedRecord submitted, Item beside) {
    for (Item item : DEMOGRAPHICS) {
      if (item != beside && submitted.has(item)) {
        return true;
      }
    }
    return false;
  }
}
