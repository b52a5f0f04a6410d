package org.didaccess.release.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fields are found wherever a line lies, however long they are. */
class CsvFieldsTest {

  @Test
  void a_field_of_any_length_is_found_at_any_place_of_the_buffer() throws IOException {
    for (int length = 0; length < 40; length++) {
      for (int offset = 0; offset < 10; offset++) {
        for (int behind = 0; behind < 10; behind++) {
          String value = "v".repeat(length);
          assertThat(fields("a," + value + ",é\n", offset, behind, 3))
              .containsExactly("a", length == 0 ? null : value, "é");
          assertThat(fields(value + "," + value + "\n", offset, behind, 2))
              .containsExactly(length == 0 ? null : value, length == 0 ? null : value);
        }
      }
    }
  }

  @Test
  void what_stands_in_quotes_is_a_value_with_commas_quotes_and_lines_in_it() throws IOException {
    for (int behind = 0; behind < 10; behind++) {
      assertThat(fields("\"\",\"a,\"\"b\"\"\n\",\"\"\"\",,\"c\"\n", 0, behind, 5))
          .containsExactly("", "a,\"b\"\n", "\"", null, "c");
    }
  }

  @Test
  void every_byte_but_those_that_end_a_field_belongs_to_it() throws IOException {
    for (int value = 1; value < 256; value++) {
      if (value != ',' && value != '\n' && value != '"') {
        byte[] line = {'x', (byte) value, (byte) value, ',', 'y', '\n', 0, 0, 0, 0, 0, 0, 0, 0};
        CsvFields fields = new CsvFields();
        fields.line(line, 0, 6);
        fields.next();
        assertThat(Arrays.copyOfRange(fields.source(), fields.from(), fields.to()))
            .containsExactly('x', value, value);
      }
    }
  }

  @Test
  void a_row_that_has_too_few_fields_is_refused() {
    assertThatThrownBy(() -> fields("a,b\n", 0, 0, 3))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("fewer fields");
    assertThatThrownBy(() -> fields("a,\"b\"\n", 0, 0, 3))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("fewer fields");
  }

  @Test
  void equal_values_have_equal_hashes_and_those_of_codes_are_spread() throws IOException {
    List<Integer> hashes = new ArrayList<>();
    for (int code = 0; code < 10_000; code++) {
      int first = hash("E0%07d,\n".formatted(code), 0);
      assertThat(hash("E0%07d,\n".formatted(code), 3)).isEqualTo(first);
      hashes.add(first & 0xffff);
    }
    assertThat(hashes.stream().distinct().count())
        .as("of 65,536 places, 9,283 are what chance alone would take")
        .isGreaterThan(8_500);
  }

  private static int hash(String line, int offset) throws IOException {
    byte[] bytes = (" ".repeat(offset) + line).getBytes(StandardCharsets.UTF_8);
    CsvFields fields = new CsvFields();
    fields.line(bytes, offset, bytes.length - offset);
    fields.next();
    return fields.hash();
  }

  /** What stands before and behind the line looks like more of it. */
  private static List<String> fields(String line, int offset, int behind, int count)
      throws IOException {
    byte[] bytes =
        (",".repeat(offset) + line + ",".repeat(behind)).getBytes(StandardCharsets.UTF_8);
    CsvFields fields = new CsvFields();
    fields.line(bytes, offset, bytes.length - offset - behind);
    List<String> found = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      found.add(
          fields.next()
              ? new String(
                  fields.source(),
                  fields.from(),
                  fields.to() - fields.from(),
                  StandardCharsets.UTF_8)
              : null);
    }
    return found;
  }
}
