package org.didaccess.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import org.didaccess.harness.RunningProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release is laid beside what the same organisation got under another agreement. */
class HeldReleasesIT {

  @TempDir private Path folder;

  @Test
  void rows_that_only_one_of_two_releases_has_are_told_and_published_only_by_their_number() {
    RunningProduct product = RunningProduct.shared();
    HeldReleases.Things things = HeldReleases.made(product, 24, "Z2D", "Z2E", folder);
    ApiSession publisher = Players.assembled(product).as(Actor.PUBLISHER);
    String release = "/releases/" + things.checked();

    JsonObject beside = held(publisher.get(release).object(), things.published());
    assertThat(things.rowsBetween()).isPositive();
    assertThat(beside.getJsonNumber("rowsOnlyHere").longValue())
        .isGreaterThanOrEqualTo(things.rowsBetween());
    assertThat(beside.getJsonNumber("singledOut").longValue()).isPositive();
    assertThat(beside.getInt("smallestGroup")).isPositive().isLessThan(10);

    assertThatThrownBy(
            () ->
                publisher.post(
                    release + "/publication",
                    publisher.get(release).tag(),
                    publisher.confirmation()))
        .hasMessageContaining("could be singled out");
    ReleaseScene.publish(publisher, things.checked());
    assertThat(publisher.get(release).object().getString("status")).isEqualTo("PUBLISHED");
  }

  private static JsonObject held(JsonObject view, String other) {
    return view
        .getJsonObject("findings")
        .getJsonArray("held")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(held -> held.getString("held").equals(other))
        .findFirst()
        .orElseThrow();
  }
}
