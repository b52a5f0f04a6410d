package org.didaccess.source.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir private Path folder;

  @Test
  void what_is_interrupted_leaves_the_earlier_file_and_nothing_beside_it() throws IOException {
    Path target = Files.writeString(folder.resolve("month.csv"), "before");

    assertThatThrownBy(
            () ->
                WholeFile.write(
                    target,
                    out -> {
                      out.write('x');
                      throw new IOException("full");
                    }))
        .hasMessage("full");

    assertThat(target).hasContent("before");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void what_is_whole_takes_the_place_of_the_earlier_file() throws IOException {
    Path target = Files.writeString(folder.resolve("month.csv"), "before");

    WholeFile.write(target, out -> out.write("after".getBytes(StandardCharsets.UTF_8)));

    assertThat(target).hasContent("after");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }
}
