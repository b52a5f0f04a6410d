package org.didaccess.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.didaccess.harness.RunningProduct;
import org.didaccess.launcher.demo.Journey.Wish;
import org.didaccess.source.synthetic.SynthesisPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release is laid beside what the same organisation got under another agreement. */
class HeldReleasesIT {

  private final RunningProduct product = RunningProduct.shared();
  private final YearMonth month = YearMonth.now(Journey.LONDON).minusMonths(24);
  private final RecipientKey key = RecipientKey.create();
  private final Cast cast = Players.assembled(product);
  private ReleaseScene scene;

  @TempDir private Path folder;

  @Test
  void rows_that_only_one_of_two_releases_has_are_told_and_published_only_by_their_number() {
    scene =
        new ReleaseScene(
            cast, Players.silence(), new PackageRecipient(product.baseUrl(), key), folder);
    source("Z2D", 300).load();
    String first = prepared();
    scene.check(first);
    scene.publish(first, Actor.PUBLISHER);
    long more = source("Z2E", 7).load();
    assertThat(more).isPositive();

    String second = prepared();
    JsonObject beside = held(second, first);
    long singledOut = beside.getJsonNumber("singledOut").longValue();
    assertThat(beside.getJsonNumber("rowsOnlyHere").longValue()).isGreaterThanOrEqualTo(more);
    assertThat(singledOut).isPositive();
    assertThat(beside.getInt("smallestGroup")).isPositive().isLessThan(10);
    scene.check(second);

    ApiSession publisher = cast.as(Actor.PUBLISHER);
    assertThatThrownBy(
            () ->
                publisher.post(
                    "/releases/" + second + "/publication",
                    publisher.get("/releases/" + second).tag(),
                    publisher.confirmation()))
        .hasMessageContaining("could be singled out");
    scene.publish(second, Actor.PUBLISHER);
  }

  private JsonObject held(String release, String other) {
    return cast
        .as(Actor.PUBLISHER)
        .get("/releases/" + release)
        .object()
        .getJsonObject("findings")
        .getJsonArray("held")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(held -> held.getString("held").equals(other))
        .findFirst()
        .orElseThrow();
  }

  private String prepared() {
    Journey journey =
        new Journey(
            cast,
            Players.silence(),
            new Wish(
                "Held: age and gender",
                "extract",
                month.atDay(1),
                month.atEndOfMonth(),
                List.of("AGE", "GENDER_CODE", "PERSON_ID"),
                key.recipient()));
    journey.complete(Actor.RESEARCHER);
    return scene.prepare(journey.agreement());
  }

  private SourceMonths source(String submitter, long rows) {
    return new SourceMonths(
        product.databases().main(), new SynthesisPlan(rows, 1, month, rows, submitter));
  }
}
