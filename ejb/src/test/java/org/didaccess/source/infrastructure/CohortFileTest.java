package org.didaccess.source.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.didaccess.shared.Sha256;
import org.didaccess.source.InvalidSubmissionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cohort file may look like, and what is told where it does not. */
class CohortFileTest {

  private static final String HEADER = "study_id,nhs_number,birth_date,gender,postcode\n";

  @Test
  void each_line_names_a_person_in_one_of_two_ways() {
    assertThat(lines(HEADER + "S1,999 000 0018,,,\r\nS-2,,1960-01-31,1,za1 1aa\n"))
        .containsExactly("S1\t9990000018\t\\N\t\\N\t\\N\n", "S-2\t\\N\t1960-01-31\t1\tZA11AA\n");
  }

  @Test
  void columns_stand_in_any_order_among_others_and_the_file_may_be_compressed() throws IOException {
    String text =
        "\uFEFFpostcode,notes,\"study_id\",gender,birth_date,nhs_number\n,\"x, y\",S1,,,9990000018\n";
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(lines(text)).containsExactly("S1\t9990000018\t\\N\t\\N\t\\N\n");
    assertThat(read(packed.toByteArray())).isEqualTo(lines(text));
  }

  @Test
  void the_digest_is_of_the_file_as_it_came() {
    byte[] file = (HEADER + "S1,9990000018,,,\n").getBytes(StandardCharsets.UTF_8);
    CohortFile cohort = new CohortFile(new ByteArrayInputStream(file));
    cohort.each(line -> {});
    assertThat(cohort.sha256()).isEqualTo(Sha256.digest().digest(file));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "'S1,9990000019,,,', Line 2: nhs_number is no valid NHS number",
    "'S1,99900000,,,', Line 2: nhs_number is no valid NHS number",
    "',9990000018,,,', Line 2: study_id is empty",
    "'S 1,9990000018,,,', Line 2: study_id is empty",
    "'S1,,1960-02-30,1,ZA1 1AA', Line 2: birth_date is no yyyy-MM-dd",
    "'S1,,1960-01-31,3,ZA1 1AA', 'Line 2: gender is not 0, 1, 2 or 9'",
    "'S1,,1960-01-31,1,ZA11', Line 2: postcode is no postcode",
    "'S1,,1960-01-31,1,', 'Line 2: nhs_number is empty, and so is one of birth_date'",
    "'S1,,,,', Line 2: nhs_number is empty",
    "'S1,9990000018', Line 2 has more or fewer columns",
    "'S1,9990000018,,,\nS2,12,,,', Line 3: nhs_number is no valid NHS number"
  })
  void a_fault_is_told_with_its_line_and_without_its_value(String line, String sentence) {
    assertThatThrownBy(() -> lines(HEADER + line + "\n"))
        .isInstanceOf(InvalidSubmissionException.class)
        .hasMessageStartingWith(sentence)
        .hasMessageContaining("Nothing was stored")
        .hasMessageNotContainingAny("99900000", "1960-02-30", "ZA11", "S2");
  }

  @Test
  void without_its_columns_it_is_refused() {
    assertThatThrownBy(() -> lines("study_id,nhs_number\nS1,9990000018\n"))
        .hasMessageStartingWith("The first line has to name the columns study_id, nhs_number");
  }

  private static List<String> lines(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> read(byte[] file) {
    List<String> lines = new ArrayList<>();
    new CohortFile(new ByteArrayInputStream(file)).each(lines::add);
    return lines;
  }
}
