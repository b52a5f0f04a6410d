package org.didaccess.source.domain;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.didaccess.source.domain.reference.ValueList;

/** Rules about who the patient is. */
final class PatientChecks {

  private static final List<Item> DEMOGRAPHICS =
      List.of(
          Item.NHS_NUMBER,
          Item.BIRTH_DATE,
          Item.ETHNIC_CATEGORY,
          Item.GENDER,
          Item.POSTCODE,
          Item.GP_PRACTICE);

  private PatientChecks() {}

  static Map<String, RecordCheck> byRule() {
    return Map.ofEntries(
        Map.entry("DIDS001", emptyOr(Item.NHS_NUMBER, NhsNumber::isValid)),
        Map.entry("DIDS002", emptyOr(Item.NHS_NUMBER, PatientChecks::hasTenCharacters)),
        Map.entry("DIDS003", emptyOrIn(ValueList.NHS_NUMBER_STATUS, Item.NHS_NUMBER_STATUS)),
        Map.entry("DIDS012", emptyOrIn(ValueList.ETHNIC_CATEGORY, Item.ETHNIC_CATEGORY)),
        Map.entry("DIDS014", emptyOrIn(ValueList.GENDER, Item.GENDER)),
        Map.entry("DIDS016", PatientChecks::postcodeIsKnown),
        Map.entry("DIDS017", emptyOr(Item.POSTCODE, Postcodes::hasForm)),
        Map.entry("DIDS073", (submitted, context) -> isKnown(submitted, null)),
        Map.entry("DIDS074", PatientChecks::isMoreThanPseudoPostcode));
  }

  static RecordCheck emptyOr(Item item, Predicate<String> accepted) {
    return (submitted, context) -> !submitted.has(item) || accepted.test(submitted.get(item));
  }

  /** A code counts as it stood in its list at the test; without a test date, as it ever did. */
  static RecordCheck emptyOrIn(ValueList list, Item item) {
    return (submitted, context) ->
        !submitted.has(item)
            || context
                .reference()
                .value(list, submitted.get(item), submitted.date(Item.TEST_DATE))
                .isPresent();
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
