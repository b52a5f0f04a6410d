package org.didaccess.source.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.didaccess.source.application.KeyHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpilledKeysTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {10, 1_000, 100_000})
  void duplicates_are_found_in_memory_and_spilled(int bound) {
    int[] found;
    try (SpilledKeys keys = new SpilledKeys(bound, folder)) {
      fill(keys);
      found = keys.duplicates().stream().toArray();
    }

    assertThat(found)
        .isEqualTo(
            IntStream.concat(IntStream.rangeClosed(1, 10), IntStream.rangeClosed(4_991, 5_000))
                .toArray());
  }

  @Test
  void a_killed_check_leaves_nothing_behind_because_its_files_have_no_name() throws IOException {
    try (SpilledKeys keys = new SpilledKeys(10, folder)) {
      fill(keys);
      assertThat(left()).isEmpty();
    }
    assertThat(left()).isEmpty();
  }

  private Stream<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    }
  }

  private static void fill(SpilledKeys keys) {
    for (int row = 1; row <= 5_000; row++) {
      long number = row % 4_990;
      keys.add(row, new KeyHash(number * 0x9E3779B97F4A7C15L, number));
    }
  }
}
