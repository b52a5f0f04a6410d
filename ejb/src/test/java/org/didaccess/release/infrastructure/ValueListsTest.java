package org.didaccess.release.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.didaccess.release.ReleaseFixture;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.ReleaseColumn;
import org.junit.jupiter.api.Test;

/** What a column's codes mean, in the plan of a run that the guard knows. */
class ValueListsTest {

  @Test
  void columns_of_codes_have_the_words_of_the_field_that_decodes_them() throws Exception {
    ReleaseFixture fixture = ReleaseFixture.shared();
    Map<String, ReleaseColumn> columns =
        fixture
            .plan(
                fixture
                    .agreement("AGE", "GENDER_CODE", "MODALITY_ID", "MODALITY", "PROVIDER_CODE")
                    .order())
            .columns()
            .stream()
            .collect(Collectors.toMap(ReleaseColumn::name, Function.identity()));

    assertThat(columns.get("GENDER_CODE").labels()).containsEntry("2", "Female");
    assertThat(columns.get("MODALITY_ID").labels()).containsEntry("1", "Plain Radiography");
    assertThat(columns.get("MODALITY_ID").kind()).isEqualTo(ColumnKind.INTEGER);
    assertThat(columns.get("MODALITY").labels()).containsEntry("1", "Plain Radiography");
    assertThat(columns.get("AGE").labels()).isEmpty();
    assertThat(columns.get("PROVIDER_CODE").labels()).as("organisations are too many").isEmpty();
  }
}
