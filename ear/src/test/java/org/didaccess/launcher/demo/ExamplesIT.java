package org.didaccess.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.didaccess.application.ApplicationStatus;
import org.junit.jupiter.api.Test;

class ExamplesIT {
  @Test
  void the_demonstration_shows_an_application_in_every_state() {
    assertThat(Showcase.shared().states())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ApplicationStatus.values()).map(Enum::name).toList());
  }
}
