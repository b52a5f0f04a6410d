package org.didaccess.application.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.didaccess.application.FilterChoice;
import org.didaccess.catalogue.FieldClass;
import org.didaccess.catalogue.FieldView;
import org.didaccess.catalogue.FilterValueView;
import org.didaccess.catalogue.FilterView;
import org.didaccess.shared.FieldError;
import org.didaccess.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens tell rows apart, so that counts by a token would be rows. */
class SelectionRulesTest {
  private static final LocalDate DAY = LocalDate.of(2025, 1, 1);
  private static final SelectionRules RULES =
      new SelectionRules(
          List.of(
              field("MODALITY", FieldClass.STANDARD),
              field("PERSON_ID", FieldClass.TOKEN),
              field("SUBMISSION_DATA_ID", FieldClass.TOKEN)),
          List.of(
              new FilterView("sex", "Sex", List.of(new FilterValueView("1", "Male")), null),
              new FilterView("small-area", "LSOA", List.of(), "[EW]01[0-9]{6}")),
          DAY);

  @ParameterizedTest
  @ValueSource(strings = {"PERSON_ID", "SUBMISSION_DATA_ID"})
  void counts_by_a_token_are_refused_and_rows_with_one_are_not(String token) {
    Set<String> fields = Set.of("MODALITY", token);
    assertThatThrownBy(() -> RULES.check(selection("aggregate", fields)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("Counts by a token would be rows");
    assertThatCode(() -> RULES.check(selection("row-level", fields))).doesNotThrowAnyException();
  }

  @Test
  void counts_by_other_fields_are_allowed() {
    assertThatCode(() -> RULES.check(selection("aggregate", Set.of("MODALITY"))))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}, {1}, {2}, {3}, {4}: {5}")
  @CsvSource({
    "bridge:A-1+B-2, row-level, extract, once, PERSON_ID, true",
    "bridge:A-1+B-2, row-level, extract, once, MODALITY, false",
    "bridge:A-1+B-2, aggregate, extract, once, PERSON_ID, false",
    "bridge:A-1+B-2, row-level, sde, once, PERSON_ID, false",
    "bridge:A-1+B-2, row-level, extract, monthly, PERSON_ID, false",
    "bridge:A-1+A-1, row-level, extract, once, PERSON_ID, false",
    "bridge:A-1+, row-level, extract, once, PERSON_ID, false",
    "bridge:A-1, row-level, extract, once, PERSON_ID, false",
    "bridge:A 1+B-2, row-level, extract, once, PERSON_ID, false",
    "bridge, row-level, extract, once, PERSON_ID, false"
  })
  void a_bridge_joins_two_agreements_by_person_tokens_alone(
      String linkage, String level, String access, String refresh, String field, boolean allowed) {
    Selection bridge =
        new Selection(
            "DID",
            "1",
            level,
            access,
            linkage,
            refresh,
            DAY,
            DAY,
            Set.of(field),
            Set.of(),
            Set.of());
    if (allowed) {
      assertThatCode(() -> RULES.check(bridge)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> RULES.check(bridge)).isInstanceOf(InvalidInput.class);
    }
  }

  @ParameterizedTest(name = "{0}={1}: {2}")
  @CsvSource({
    "sex, 1, true",
    "sex, 2, false",
    "small-area, E01000001, true",
    "small-area, W01000001, true",
    "small-area, E02000001, false",
    "small-area, E010000011, false",
    "small-area, e01000001, false",
    "height, 1, false"
  })
  void a_filter_takes_listed_values_and_typed_codes_of_its_form(
      String kind, String value, boolean allowed) {
    Selection filtered = filtered(Set.of(new FilterChoice(kind, value)));
    if (allowed) {
      assertThatCode(() -> RULES.check(filtered)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> RULES.check(filtered)).isInstanceOf(InvalidInput.class);
    }
  }

  @Test
  void what_is_wrong_is_told_where_it_was_chosen_or_typed() {
    Selection wrong =
        filtered(Set.of(new FilterChoice("sex", "2"), new FilterChoice("small-area", "here")));

    assertThatThrownBy(() -> RULES.check(wrong))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused ->
                assertThat(refused.errors())
                    .extracting(FieldError::field)
                    .containsExactly("filters", "codes-small-area"));
  }

  @Test
  void more_than_2000_values_are_too_many() {
    Set<FilterChoice> areas =
        IntStream.range(0, 2000)
            .mapToObj(i -> new FilterChoice("small-area", "E01%06d".formatted(i)))
            .collect(Collectors.toSet());
    assertThatCode(() -> RULES.check(filtered(areas))).doesNotThrowAnyException();
    areas.add(new FilterChoice("sex", "1"));
    assertThatThrownBy(() -> RULES.check(filtered(areas))).hasMessageContaining("at most 2,000");
  }

  private static Selection filtered(Set<FilterChoice> filters) {
    return new Selection(
        "DID",
        "1",
        "row-level",
        "extract",
        "none",
        "once",
        DAY,
        DAY,
        Set.of("MODALITY"),
        filters,
        Set.of());
  }

  private static Selection selection(String level, Set<String> fields) {
    return new Selection(
        "DID", "1", level, "extract", "none", "once", DAY, DAY, fields, Set.of(), Set.of());
  }

  private static FieldView field(String code, FieldClass fieldClass) {
    return new FieldView(code, code, code, "", "Person", fieldClass, true, List.of());
  }
}
