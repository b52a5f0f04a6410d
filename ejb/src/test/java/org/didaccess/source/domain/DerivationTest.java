package org.didaccess.source.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.source.Submissions.good;

import java.time.LocalDate;
import org.didaccess.source.Submissions;
import org.didaccess.source.domain.derivation.AgeBands;
import org.didaccess.source.domain.derivation.Derived;
import org.didaccess.source.domain.derivation.ReferrerType;
import org.didaccess.source.domain.reference.Area;
import org.didaccess.source.domain.reference.Reference;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivationTest {

  private static final Reference REFERENCE = ReferenceFiles.sample();

  @ParameterizedTest(name = "born {0}: age {1}, bands {2} {3} {4} {5} {6} {7}")
  @CsvSource({
    "2024-04-20,   0,  0,  0,  0,  0,  0,  0",
    "2023-04-21,   0,  0,  0,  0,  0,  0,  0",
    "2023-04-20,   1,  0,  0,  1,  0,  0,  0",
    "2019-04-20,   5,  5,  0,  5,  0,  0,  0",
    "2014-04-20,  10, 10, 10, 10,  0,  0,  0",
    "2008-04-21,  15, 15, 10, 10,  0,  0,  0",
    "2008-04-20,  16, 15, 10, 16,  0, 16, 16",
    "2005-04-20,  19, 15, 10, 16, 19, 16, 16",
    "1974-04-20,  50, 50, 50, 16, 50, 16, 16",
    "1963-04-20,  61, 60, 60, 16, 50, 61, 16",
    "1959-04-20,  65, 65, 60, 16, 50, 61, 65",
    "1949-04-21,  74, 70, 70, 16, 50, 61, 65",
    "1949-04-20,  75, 75, 70, 16, 75, 61, 65",
    "1920-04-20, 104, 90, 90, 16, 75, 61, 65",
  })
  void a_birthday_moves_age_and_bands(
      LocalDate born,
      short age,
      short five,
      short ten,
      short child,
      short fifty,
      short sixty,
      short sixtyFour) {
    assertThat(AgeBands.of(born, LocalDate.of(2024, 4, 20)))
        .isEqualTo(new AgeBands(age, five, ten, child, fifty, sixty, sixtyFour));
  }

  @Test
  void somebody_born_on_29_february_is_a_year_older_on_1_march() {
    LocalDate born = LocalDate.of(2020, 2, 29);

    assertThat(AgeBands.of(born, LocalDate.of(2021, 2, 28)).age()).isZero();
    assertThat(AgeBands.of(born, LocalDate.of(2021, 3, 1)).age()).isEqualTo((short) 1);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "CH123456, CHIROPODIST",
    "C1234567, CONSULTANT",
    "D123, DENTIST",
    "CD1234, DENTAL_CONSULTANT",
    "DT1, DIETICIAN",
    "G1234567, GP",
    "ZN123456, GP_NORTHERN_IRELAND",
    "S123456, GP_SCOTLAND",
    "12A3456B, NURSE",
    "N9999998, NURSE",
    "M9999998, MIDWIFE",
    "A9999998, DEFENCE_DOCTOR",
    "PH123456, PHYSIOTHERAPIST",
    "P9999981, PRISON_DOCTOR",
    "H9999998, OTHER",
    "R9999981, OTHER",
    "SL123456, SPEECH_THERAPIST",
    "X9999998, NOT_KNOWN",
    "99, NOT_KNOWN",
  })
  void a_referrer_code_tells_its_type(String code, ReferrerType type) {
    assertThat(ReferrerType.of(code)).isEqualTo(type);
  }

  @ParameterizedTest(name = "{0} belongs to group {1}")
  @CsvSource({"A,1", "C,1", "D,2", "G,2", "H,3", "L,3", "M,4", "P,4", "R,5", "S,5", "Z,6", "99,9"})
  void an_ethnic_category_tells_its_group(String category, short group) {
    assertThat(derived(good().with(Item.ETHNIC_CATEGORY, category)).ethnicGroup()).isEqualTo(group);
  }

  @ParameterizedTest(name = "on {0} it lies in {1}")
  @CsvSource({"2015-03-31, E01991011", "2015-04-01, E01991012", "2024-04-20, E01991012"})
  void a_postcode_lies_where_it_lay_at_the_test(String tested, String lsoa) {
    Derived derived = derived(good().with(Item.POSTCODE, "ZA1 9AA").with(Item.TEST_DATE, tested));

    assertThat(derived.area().lsoa()).isEqualTo(lsoa);
  }

  @Test
  void a_postcode_that_ended_lies_where_it_last_lay() {
    assertThat(derived(good().with(Item.POSTCODE, "ZA1 9AB")).area().lsoa()).isEqualTo("E01991013");
  }

  @Test
  void a_pseudo_postcode_lies_nowhere() {
    assertThat(derived(good().with(Item.POSTCODE, "ZZ99 3VZ")).area()).isEqualTo(Area.NONE);
  }

  @ParameterizedTest(name = "on {0} the commissioner is {1}")
  @CsvSource({"2022-06-30, ZG1", "2022-07-01, ZB1"})
  void the_commissioner_is_the_practices_at_the_test(String tested, String commissioner) {
    assertThat(derived(good().with(Item.TEST_DATE, tested)).commissioner()).isEqualTo(commissioner);
  }

  @ParameterizedTest(name = "on {0} XZMOV means region {1} and maps to {2}")
  @CsvSource({"2018-03-31, 7, 41079999999105", "2018-04-01, 1, 41089999999107"})
  void a_codes_meaning_is_that_of_the_test_date(String tested, short region, String snomed) {
    Derived derived =
        derived(
            good().with(Item.NICIP, "XZMOV").without(Item.SNOMED_CT).with(Item.TEST_DATE, tested));

    assertThat(derived.group().region()).isEqualTo(region);
    assertThat(derived.snomed()).isEqualTo(snomed);
  }

  @Test
  void without_nicip_the_meaning_comes_from_snomed_ct() {
    Derived both = derived(good());
    Derived alone = derived(good().without(Item.NICIP));

    assertThat(alone.group()).isEqualTo(both.group());
    assertThat(alone.snomed()).isEqualTo("40019999999106");
  }

  @Test
  void a_missing_date_leaves_its_intervals_empty() {
    Derived derived = derived(good().without(Item.RECEIVED_DATE));

    assertThat(derived.intervals().requestToReceived()).isNull();
    assertThat(derived.intervals().requestToReport()).isEqualTo(21);
  }

  private static Derived derived(Submissions submission) {
    return Derived.from(SubmittedRecord.of(submission.fields()), REFERENCE);
  }
}
