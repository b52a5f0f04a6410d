package org.didaccess.release.bag;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which release a package is, by its proof and by no name of a file. */
class StatedReleaseTest {

  private static final String RUN = "0f3c9a1e-77b2-4e1d-9d1c-5a0e4f6b7c8d";

  @Test
  void changes_name_the_release_that_they_follow_on() {
    StatedRelease stated = stated("changes");
    assertThat(stated.run()).isEqualTo(RUN);
    assertThat(stated.sentence())
        .isEqualTo(
            "Release EXT-0F3C9A1E-77B2 under agreement DSA-1. It holds nothing but changes since"
                + " release EXT-9.");
  }

  @Test
  void a_full_refresh_stands_by_itself() {
    assertThat(stated("full").sentence())
        .isEqualTo("Release EXT-0F3C9A1E-77B2 under agreement DSA-1.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"run\":7,\"agreement\":[],\"refresh\":null}", "{\"run\":\"x\"}"})
  void a_proof_that_names_none_states_none(String proof) {
    StatedRelease stated = StatedRelease.in(json(proof));
    assertThat(stated.release()).isEmpty();
    assertThat(stated.agreement()).isEmpty();
    assertThat(stated.changesSince()).isEmpty();
  }

  private static StatedRelease stated(String content) {
    return StatedRelease.in(
        json(
            """
            {"run":"%s","agreement":{"reference":"DSA-1"},"refresh":{"content":"%s","base":"EXT-9"}}
            """
                .formatted(RUN, content)));
  }

  private static JsonObject json(String text) {
    return JsonText.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }
}
