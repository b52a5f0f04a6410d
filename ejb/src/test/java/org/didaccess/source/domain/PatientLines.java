package org.didaccess.source.domain;

import static org.didaccess.source.Submissions.good;
import static org.didaccess.source.domain.Item.BIRTH_DATE;
import static org.didaccess.source.domain.Item.ETHNIC_CATEGORY;
import static org.didaccess.source.domain.Item.GENDER;
import static org.didaccess.source.domain.Item.GP_PRACTICE;
import static org.didaccess.source.domain.Item.NHS_NUMBER;
import static org.didaccess.source.domain.Item.NHS_NUMBER_STATUS;
import static org.didaccess.source.domain.Item.POSTCODE;
import static org.didaccess.source.domain.RuleLine.breaks;
import static org.didaccess.source.domain.RuleLine.keeps;

import java.util.stream.Stream;
import org.didaccess.source.Submissions;

/** Lines about who the patient is. */
final class PatientLines {

  private PatientLines() {}

  static Stream<RuleLine> all() {
    return Stream.of(
        keeps(
            "DIDS001", "a number with spaces and hyphens", good().with(NHS_NUMBER, "999 000-0018")),
        keeps("DIDS001", "no number", good().without(NHS_NUMBER)),
        breaks("DIDS001", "a wrong check digit", good().with(NHS_NUMBER, "9990000019")),
        breaks("DIDS001", "a mirrored number", good().with(NHS_NUMBER, "1234554321")),
        breaks("DIDS001", "letters", good().with(NHS_NUMBER, "99900000AB")),
        keeps("DIDS002", "10 characters", good()),
        breaks("DIDS002", "9 characters", good().with(NHS_NUMBER, "999000001")),
        breaks("DIDS002", "11 characters", good().with(NHS_NUMBER, "99900000180")),
        keeps("DIDS003", "status 08", good().with(NHS_NUMBER_STATUS, "08")),
        keeps("DIDS003", "no status", good().without(NHS_NUMBER_STATUS)),
        breaks("DIDS003", "status 09", good().with(NHS_NUMBER_STATUS, "09")),
        breaks("DIDS003", "status 1", good().with(NHS_NUMBER_STATUS, "1")),
        keeps("DIDS012", "category Z", good().with(ETHNIC_CATEGORY, "Z")),
        keeps("DIDS012", "category 99", good().with(ETHNIC_CATEGORY, "99")),
        breaks("DIDS012", "category I", good().with(ETHNIC_CATEGORY, "I")),
        keeps("DIDS014", "gender 9", good().with(GENDER, "9")),
        keeps("DIDS014", "no gender", good().without(GENDER)),
        breaks("DIDS014", "gender 3", good().with(GENDER, "3")),
        keeps("DIDS016", "a postcode without its space", good().with(POSTCODE, "za11aa")),
        keeps("DIDS016", "a pseudo-postcode", good().with(POSTCODE, "ZZ99 3VZ")),
        breaks("DIDS016", "a postcode nobody knows", good().with(POSTCODE, "ZA1 1ZZ")),
        keeps("DIDS017", "a postcode nobody knows", good().with(POSTCODE, "ZA1 1ZZ")),
        breaks("DIDS017", "a sentence", good().with(POSTCODE, "not a postcode")),
        keeps("DIDS073", "a gender alone", nobody().with(GENDER, "1")),
        breaks("DIDS073", "nothing about the patient", nobody()),
        keeps("DIDS074", "a real postcode alone", nobody().with(POSTCODE, "ZA1 1AA")),
        keeps(
            "DIDS074",
            "a pseudo-postcode and a gender",
            nobody().with(POSTCODE, "ZZ99 3VZ").with(GENDER, "1")),
        breaks("DIDS074", "a pseudo-postcode alone", nobody().with(POSTCODE, "ZZ99 3VZ")),
        keeps("DIDS001", "a check digit of 0 for 11", good().with(NHS_NUMBER, "9990000050")),
        breaks("DIDS001", "a check digit that would be 10", good().with(NHS_NUMBER, "9990000000")),
        keeps("DIDS003", "status 01", good()),
        breaks("DIDS003", "status 00", good().with(NHS_NUMBER_STATUS, "00")),
        keeps("DIDS012", "no category", good().without(ETHNIC_CATEGORY)),
        breaks("DIDS012", "category O", good().with(ETHNIC_CATEGORY, "O")),
        breaks("DIDS012", "a small letter", good().with(ETHNIC_CATEGORY, "a")),
        keeps("DIDS014", "gender 0", good().with(GENDER, "0")),
        breaks("DIDS014", "gender 8", good().with(GENDER, "8")),
        keeps("DIDS016", "no postcode", good().without(POSTCODE)),
        keeps("DIDS016", "a postcode that is no longer in use", good().with(POSTCODE, "ZA1 9AA")),
        keeps("DIDS017", "no postcode", good().without(POSTCODE)),
        breaks("DIDS017", "a pseudo-postcode cut short", good().with(POSTCODE, "ZZ99")),
        keeps("DIDS073", "a practice alone", nobody().with(GP_PRACTICE, "Z10001")));
  }

  private static Submissions nobody() {
    return good().without(NHS_NUMBER, BIRTH_DATE, ETHNIC_CATEGORY, GENDER, POSTCODE, GP_PRACTICE);
  }
}
