package org.didaccess.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.didaccess.harness.RunningProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A standing order: its refreshes prepare themselves, and two people release them. */
class RefreshesIT {
  private final RunningProduct product = RunningProduct.shared();
  private final Cast cast = Players.assembled(product);
  private final RecipientKey key = RecipientKey.create();
  private final Refreshes refreshes = new Refreshes(product, key);

  @TempDir private Path folder;

  @Test
  void it_is_prepared_by_itself_checked_by_one_and_published_by_another() throws IOException {
    String agreement = agreed();
    ReleaseScene scene = scene();
    String standing = refreshes.order(agreement, "CHANGES").getString("id");

    String first = refreshes.prepared(standing, Optional.empty());

    JsonObject view = refreshes.view(first);
    assertThat(view.getJsonObject("refresh").getString("content")).isEqualTo("FULL");
    assertThat(view.getJsonObject("refresh").getJsonObject("figures").getInt("added"))
        .isEqualTo(view.getJsonObject("findings").getInt("rows"))
        .isPositive();
    assertThatThrownBy(() -> refreshes.check(first, Actor.PUBLISHER, false))
        .hasMessageContaining("password");
    refreshes.check(first, Actor.PUBLISHER, true);
    assertThatThrownBy(() -> scene.publish(first, Actor.PUBLISHER))
        .hasMessageContaining("checked this refresh");
    assertThatThrownBy(() -> scene.publish(first, Actor.PREPARER))
        .hasMessageContaining("Another data manager");
    cast.as(Actor.PREPARER)
        .post("/releases/" + first + "/cancellation", reason("checked by the only publisher"));

    String second = refreshes.prepared(standing, Optional.of(first));
    refreshes.check(second, Actor.PREPARER, true);
    scene.publish(second, Actor.PUBLISHER);
    OpenedPackage opened = OpenedPackage.of(scene.download(second), key.identity());
    assertThat(opened.rows()).isNotEmpty();
    assertThat(opened.text("proof.json")).contains("\"refresh\"", "\"content\": \"full\"");
    assertThat(opened.text("codebook.html")).contains("The first of a row of refreshes");
  }

  @Test
  void it_is_seen_on_its_agreement_and_ended_by_whoever_may() {
    String agreement = agreed();
    String standing = refreshes.order(agreement, "FULL").getString("id");
    assertThatThrownBy(() -> refreshes.order(agreement, "FULL"))
        .hasMessageContaining("End it first");
    assertThat(refreshes.orders(Actor.RESEARCHER, agreement)).hasSize(1);
    ApiSession outsider = cast.as(Actor.RESEARCHER);
    assertThatThrownBy(
            () ->
                outsider.post("/standing-orders/" + standing + "/end", reason("I do not like it")))
        .hasMessageContaining("Your roles do not allow this.");

    cast.as(Actor.PUBLISHER).post("/standing-orders/" + standing + "/end", reason("over"));

    JsonObject ended = refreshes.orders(Actor.PREPARER, agreement).get(0);
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

  private static JsonObject reason(String why) {
    return Json.createObjectBuilder().add("reason", why).build();
  }
}
