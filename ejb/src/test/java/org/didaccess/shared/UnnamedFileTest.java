package org.didaccess.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnnamedFileTest {

  @Test
  void what_was_written_is_read_as_often_as_wanted_and_has_no_name_meanwhile() throws IOException {
    List<Path> before = named();
    try (UnnamedFile file = UnnamedFile.open()) {
      file.out().write("a\nb\n".getBytes(StandardCharsets.UTF_8));

      assertThat(file.content().readAllBytes())
          .asString(StandardCharsets.UTF_8)
          .isEqualTo("a\nb\n");
      assertThat(file.content().readAllBytes())
          .asString(StandardCharsets.UTF_8)
          .isEqualTo("a\nb\n");
      assertThat(before).containsAll(named());
    }
  }

  private static List<Path> named() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.getFileName().toString().matches("did-\\d+\\.tmp")).toList();
    }
  }
}
