package org.didaccess.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.didaccess.harness.RunningProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * The refresh that falls due a month after another. It needs a clock that can be moved for server,
 * databases and test together: libfaketime, which the profile moved-clock loads before all of them.
 * Without it the test does not run.
 */
@EnabledIfEnvironmentVariable(named = RefreshedLaterIT.CLOCK, matches = ".+")
class RefreshedLaterIT {
  static final String CLOCK = "FAKETIME_TIMESTAMP_FILE";

  private static final int DAYS_LATER = 33;
  private static final int ROWS = 280;

  private final RunningProduct product = RunningProduct.shared();
  private final Cast cast = Players.assembled(product);
  private final RecipientKey key = RecipientKey.create();
  private final Refreshes refreshes = new Refreshes(product, key);
  private final YearMonth month = YearMonth.now(Journey.LONDON).minusMonths(30);

  @TempDir private Path folder;

  @Test
  void it_has_what_was_added_and_removed_since_the_first_one_was_published() throws IOException {
    RefreshedAgreement.load(product, month, ROWS, 83);
    String standing =
        refreshes
            .order(
                RefreshedAgreement.agreed(
                    product, "Changes a month later", key.recipient(), month, month.plusMonths(2)),
                "CHANGES")
            .getString("id");
    String first = refreshes.prepared(standing, Optional.empty());
    Set<String> before = tokens(released(first).rows().stream());

    withdraw();
    RefreshedAgreement.load(product, month.plusMonths(1), ROWS, 84);
    moveClock();
    String second = refreshes.prepared(standing, Optional.of(first));
    OpenedPackage changes = released(second);

    assertThat(before).hasSizeGreaterThan(ROWS / 2);
    assertThat(tokens(lines(changes, "removed", "changed"))).isEqualTo(before);
    assertThat(lines(changes, "removed")).isNotEmpty();
    assertThat(tokens(lines(changes, "added", "changed")))
        .hasSize(
            refreshes.view(second).getJsonObject("refresh").getJsonObject("figures").getInt("held"))
        .hasSizeGreaterThan(ROWS / 2);
    assertThat(changes.text("proof.json")).contains("\"content\": \"changes\"");
  }

  private OpenedPackage released(String release) throws IOException {
    ReleaseScene scene =
        new ReleaseScene(
            cast, Players.silence(), new PackageRecipient(product.baseUrl(), key), folder);
    refreshes.check(release, Actor.PREPARER, true);
    scene.publish(release, Actor.PUBLISHER);
    return OpenedPackage.of(scene.download(release), key.identity());
  }

  /** Takes back the first month. */
  private void withdraw() {
    ApiSession preparer = cast.as(Actor.PREPARER);
    List<JsonObject> submissions =
        preparer
            .get("/submissions?limit=50")
            .object()
            .getJsonArray("items")
            .getValuesAs(JsonObject.class);
    long id =
        submissions.stream()
            .filter(one -> one.getString("submitter").equals(RefreshedAgreement.SUBMITTER))
            .filter(one -> one.getInt("accepted") == ROWS)
            .findFirst()
            .orElseThrow()
            .getJsonNumber("id")
            .longValue();
    preparer.post(
        "/submissions/" + id + "/withdrawal",
        Json.createObjectBuilder().add("reason", "sent twice").add("rows", ROWS).build());
  }

  private static void moveClock() throws IOException {
    Instant then = Instant.now().plus(Duration.ofDays(DAYS_LATER - 1));
    Files.writeString(Path.of(System.getenv(CLOCK)), "+" + DAYS_LATER + "d");
    Patience.until(
        "The clock",
        Duration.ofMinutes(1),
        () -> Optional.of(Instant.now()).filter(now -> now.isAfter(then)));
  }

  private static Stream<String> lines(OpenedPackage opened, String... kinds) throws IOException {
    return opened.rows().stream()
        .filter(line -> Set.of(kinds).contains(line.substring(0, line.indexOf(','))));
  }

  /** The tokens of records, which stand in the last column. */
  private static Set<String> tokens(Stream<String> lines) {
    return lines.map(line -> line.substring(line.lastIndexOf(',') + 1)).collect(Collectors.toSet());
  }
}
