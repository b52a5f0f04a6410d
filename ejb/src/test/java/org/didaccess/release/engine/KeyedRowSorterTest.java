package org.didaccess.release.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows leave in the order of their tokens, however they arrive and however little memory there is.
 */
class KeyedRowSorterTest {

  private static final int SMALL = 1 << 16;

  @TempDir private Path folder;

  @Test
  void rows_leave_in_the_order_of_their_tokens() throws IOException {
    List<String> tokens = tokens(5_000);
    assertThat(sorted(tokens, 8 << 20)).isEqualTo(inOrder(tokens));
  }

  @Test
  void spilling_to_disk_does_not_change_the_order() throws IOException {
    List<String> tokens = tokens(20_000);
    assertThat(sorted(tokens, SMALL)).isEqualTo(inOrder(tokens));
  }

  @Test
  void the_order_of_arrival_does_not_matter() throws IOException {
    List<String> tokens = tokens(20_000);
    List<String> first = sorted(tokens, SMALL);
    Collections.shuffle(tokens, new Random(7));
    assertThat(sorted(tokens, SMALL)).isEqualTo(first);
  }

  @Test
  void tokens_that_begin_alike_are_compared_to_their_end() throws IOException {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      tokens.add("00112233445566" + "%02x".formatted(i % 256) + "%016x".formatted(i));
    }
    Collections.shuffle(tokens, new Random(11));
    assertThat(sorted(tokens, SMALL)).isEqualTo(inOrder(tokens));
  }

  @Test
  void rows_longer_than_what_is_read_at_once_are_whole() throws IOException {
    List<String> tokens = tokens(60);
    String tail = "x".repeat(100_000);
    assertThat(sorted(tokens, 1 << 20, tail))
        .isEqualTo(inOrder(tokens).stream().map(token -> token + tail).toList());
  }

  @Test
  void nothing_stays_in_the_private_folder() throws IOException {
    sorted(tokens(20_000), SMALL);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  private List<String> sorted(List<String> tokens, int memory) throws IOException {
    return sorted(tokens, memory, "");
  }

  private List<String> sorted(List<String> tokens, int memory, String tail) throws IOException {
    List<String> rows = new ArrayList<>();
    try (KeyedRowSorter sorter = new KeyedRowSorter(memory, folder)) {
      LineBuffer line = new LineBuffer();
      for (String token : tokens) {
        line.clear();
        byte[] row = (token + tail + "\n").getBytes(StandardCharsets.US_ASCII);
        line.reserve(row.length);
        line.add(row, 0, row.length);
        sorter.add(HexFormat.of().parseHex(token), line);
      }
      sorter.drain(
          (buffer, offset, length) ->
              rows.add(new String(buffer, offset, length - 1, StandardCharsets.US_ASCII)));
    }
    return rows;
  }

  private static List<String> inOrder(List<String> tokens) {
    return tokens.stream().sorted().toList();
  }

  private static List<String> tokens(int count) {
    Random random = new Random(3);
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] token = new byte[16];
      random.nextBytes(token);
      tokens.add(HexFormat.of().formatHex(token));
    }
    return tokens;
  }
}
