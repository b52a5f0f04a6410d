package org.didaccess.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeExamplesIT {

  @TempDir private Path folder;

  @Test
  void what_was_interrupted_goes_on_where_it_was() {
    List<String> done = new ArrayList<>();
    MadeExamples first = new MadeExamples(folder.resolve("demonstration"));
    assertThat(first.begun()).isFalse();

    first.begin();
    first.once("draft", () -> done.add("draft"));
    assertThatThrownBy(() -> first.once("submitted", MadeExamplesIT::interrupt))
        .hasMessage("interrupted");

    MadeExamples next = new MadeExamples(folder.resolve("demonstration"));
    assertThat(next.begun()).isTrue();
    next.begin();
    next.once("draft", () -> done.add("draft again"));
    next.once("submitted", () -> done.add("submitted"));
    assertThat(done).containsExactly("draft", "submitted");
  }

  private static void interrupt() {
    throw new IllegalStateException("interrupted");
  }
}
