package org.didaccess.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.didaccess.harness.RunningProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A standing order: its refreshes prepare themselves, and two people release them. */
class RefreshesIT {
  private static final Duration LONG = Duration.ofMinutes(2);

  private final RunningProduct product = RunningProduct.shared();
  private final Cast cast = Players.assembled(product);
  private final RecipientKey key = RecipientKey.create();

  @TempDir private Path folder;

  @Test
  void it_is_prepared_by_itself_checked_by_one_and_published_by_another() throws IOException {
    String agreement = agreed();
    ReleaseScene scene = scene();
    String standing = order(agreement, "CHANGES").getString("id");

    String first = prepared(standing, Optional.empty());

    JsonObject view = cast.as(Actor.PREPARER).get("/releases/" + first).object();
    assertThat(view.getJsonObject("refresh").getString("content")).isEqualTo("FULL");
    assertThat(view.getJsonObject("refresh").getJsonObject("figures").getInt("added"))
        .isEqualTo(view.getJsonObject("findings").getInt("rows"))
        .isPositive();
    assertThatThrownBy(() -> check(first, Actor.PUBLISHER, false)).hasMessageContaining("password");
    check(first, Actor.PUBLISHER, true);
    assertThatThrownBy(() -> scene.publish(first, Actor.PUBLISHER))
        .hasMessageContaining("checked this refresh");
    assertThatThrownBy(() -> scene.publish(first, Actor.PREPARER))
        .hasMessageContaining("Another data manager");
    cast.as(Actor.PREPARER)
        .post("/releases/" + first + "/cancellation", reason("checked by the only publisher"));

    String second = prepared(standing, Optional.of(first));
    check(second, Actor.PREPARER, true);
    scene.publish(second, Actor.PUBLISHER);
    OpenedPackage opened = OpenedPackage.of(scene.download(second), key.identity());
    assertThat(opened.rows()).isNotEmpty();
    assertThat(opened.text("proof.json")).contains("\"refresh\"", "\"content\": \"full\"");
    assertThat(opened.text("codebook.html")).contains("The first of a row of refreshes");
  }

  @Test
  void it_is_seen_on_its_agreement_and_ended_by_whoever_may() {
    String agreement = agreed();
    String standing = order(agreement, "FULL").getString("id");
    assertThatThrownBy(() -> order(agreement, "FULL")).hasMessageContaining("End it first");
    assertThat(standingOrders(Actor.RESEARCHER, agreement)).hasSize(1);
    ApiSession outsider = cast.as(Actor.RESEARCHER);
    assertThatThrownBy(
            () ->
                outsider.post("/standing-orders/" + standing + "/end", reason("I do not like it")))
        .hasMessageContaining("Your roles do not allow this.");

    cast.as(Actor.PUBLISHER).post("/standing-orders/" + standing + "/end", reason("over"));

    JsonObject ended = standingOrders(Actor.PREPARER, agreement).get(0);
    assertThat(ended.getString("endReason")).isEqualTo("over");
    assertThat(ended.getBoolean("mayEnd")).isFalse();
    assertThatThrownBy(
            () ->
                cast.as(Actor.PUBLISHER)
                    .post("/standing-orders/" + standing + "/end", reason("again")))
        .hasMessageContaining("ended already");
  }

  private String agreed() {
    return RefreshedAgreement.agreed(product, "Refreshed every month", key.recipient());
  }

  private ReleaseScene scene() {
    return new ReleaseScene(
        cast, Players.silence(), new PackageRecipient(product.baseUrl(), key), folder);
  }

  private JsonObject order(String agreement, String content) {
    ApiSession preparer = cast.as(Actor.PREPARER);
    return preparer
        .post(
            "/standing-orders",
            ApiSession.object()
                .add("agreement", agreement)
                .add("requestedBy", cast.id(Actor.RESEARCHER))
                .add("recipientOrganisation", cast.id(Actor.Place.EXAMPLETON))
                .add("recipientKey", key.recipient())
                .add("content", content)
                .add("dayOfMonth", 1)
                .add("confirmation", preparer.confirmation())
                .build())
        .object();
  }

  private List<JsonObject> standingOrders(Actor actor, String agreement) {
    return cast.as(actor)
        .get("/standing-orders?agreement=" + agreement)
        .array()
        .getValuesAs(JsonObject.class);
  }

  /** The refresh that came by itself, other than that one. */
  private String prepared(String standing, Optional<String> besides) {
    return Patience.until("A refresh", LONG, () -> found(standing, besides));
  }

  private Optional<String> found(String standing, Optional<String> besides) {
    return cast
        .as(Actor.PREPARER)
        .get("/releases?limit=20")
        .object()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(item -> item.getString("id"))
        .filter(id -> !besides.equals(Optional.of(id)))
        .filter(id -> isPreparedBy(id, standing))
        .findFirst();
  }

  private boolean isPreparedBy(String id, String standing) {
    JsonObject view = cast.as(Actor.PREPARER).get("/releases/" + id).object();
    return view.getString("status").equals("PREPARED")
        && !view.isNull("refresh")
        && view.getJsonObject("refresh").getString("standingOrder").equals(standing);
  }

  private void check(String release, Actor actor, boolean confirmed) {
    ApiSession session = cast.as(actor);
    JsonObjectBuilder note =
        Json.createObjectBuilder().add("note", "Rows and changes were looked at.");
    if (confirmed) {
      note.add("secret", session.confirmation().getString("secret"));
    }
    session.post(
        "/releases/" + release + "/check", session.get("/releases/" + release).tag(), note.build());
  }

  private static JsonObject reason(String why) {
    return Json.createObjectBuilder().add("reason", why).build();
  }
}
