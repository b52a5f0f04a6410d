package org.didaccess.launcher.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.didaccess.harness.RunningProduct;

/** What data managers do with standing orders and the refreshes that these bring about. */
final class Refreshes {
  private static final Duration LONG = Duration.ofMinutes(2);

  private final Cast cast;
  private final RecipientKey key;

  Refreshes(RunningProduct product, RecipientKey key) {
    this.cast = Players.assembled(product);
    this.key = key;
  }

  JsonObject order(String agreement, String content) {
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

  List<JsonObject> orders(Actor actor, String agreement) {
    return cast.as(actor)
        .get("/standing-orders?agreement=" + agreement)
        .array()
        .getValuesAs(JsonObject.class);
  }

  /** The refresh that came by itself, other than that one. */
  String prepared(String standing, Optional<String> besides) {
    return Patience.until("A refresh", LONG, () -> found(standing, besides));
  }

  JsonObject view(String release) {
    return cast.as(Actor.PREPARER).get("/releases/" + release).object();
  }

  void check(String release, Actor actor, boolean confirmed) {
    ApiSession session = cast.as(actor);
    JsonObjectBuilder note =
        Json.createObjectBuilder().add("note", "Rows and changes were looked at.");
    if (confirmed) {
      note.add("secret", session.confirmation().getString("secret"));
    }
    session.post(
        "/releases/" + release + "/check", session.get("/releases/" + release).tag(), note.build());
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
    JsonObject view = view(id);
    return view.getString("status").equals("PREPARED")
        && !view.isNull("refresh")
        && view.getJsonObject("refresh").getString("standingOrder").equals(standing);
  }
}
