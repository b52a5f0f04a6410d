package org.didaccess.release.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a block may look like, and what is no block of two rows. */
class PackedBlockTest {

  private static final int ROWS = 2;
  private static final String SIGNATURE = "PGCOPY\n\u00ff\r\n\0";

  @Test
  void the_first_message_has_a_head_and_the_last_no_block() throws IOException {
    PackedBlock block = new PackedBlock(1);
    byte[] head = ByteBuffer.allocate(19).put(SIGNATURE.getBytes(ISO_8859_1)).array();
    assertThat(block.read(joined(head, message("s\0\1\0\2")))).isTrue();
    assertThat(block.rows()).isEqualTo(ROWS);
    assertThat(block.small(0, 1)).isEqualTo((short) 2);
    assertThat(block.read(new byte[] {-1, -1})).isFalse();
    assertThat(block.read(joined(head, new byte[] {-1, -1}))).isFalse();
  }

  @Test
  void texts_are_told_one_after_the_other() throws IOException {
    PackedBlock block = new PackedBlock(1);
    block.read(message("tab\0\0"));
    assertThat(block.bytes()[block.text(0)]).isEqualTo((byte) 'a');
    block.endText(0, block.text(0) + 2);
    block.endText(0, block.text(0));
    block.demandEnd();
    assertThatThrownBy(() -> block.text(0)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "s\0\1",
        "s\0\1\0\2\0",
        "d\0\0\0\1",
        "l\0\0\0\0\0\0\0\1",
        "r0123456789abcdef",
        "ta",
        "ta\0b",
        "x\0\0"
      })
  void a_column_with_more_or_fewer_values_than_rows_is_refused(String column) {
    PackedBlock block = new PackedBlock(1);
    assertThatThrownBy(() -> block.read(message(column))).isInstanceOf(IOException.class);
  }

  @Test
  void texts_left_over_and_columns_that_are_cut_short_or_too_many_are_refused() throws IOException {
    PackedBlock block = new PackedBlock(1);
    block.read(message("ta\0b\0c\0"));
    block.endText(0, block.text(0) + 1);
    block.endText(0, block.text(0) + 1);
    assertThatThrownBy(block::demandEnd).isInstanceOf(IOException.class);
    byte[] whole = message("s\0\1\0\2");
    assertThatThrownBy(() -> block.read(Arrays.copyOf(whole, whole.length - 1)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> new PackedBlock(2).read(whole)).isInstanceOf(IOException.class);
  }

  /** One row of a binary COPY: the number of rows, and one column. */
  private static byte[] message(String column) {
    byte[] bytes = column.getBytes(US_ASCII);
    return ByteBuffer.allocate(14 + bytes.length)
        .putShort((short) 2)
        .putInt(Integer.BYTES)
        .putInt(ROWS)
        .putInt(bytes.length)
        .put(bytes)
        .array();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
