package org.didaccess.launcher.demo;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes the demonstration's accounts, through the same acts that an administrator has, and keeps
 * one session a person.
 */
final class Cast {
  private final String baseUrl;
  private final String secret;
  private final Map<Actor, ApiSession> sessions = new EnumMap<>(Actor.class);

  /**
   * @param baseUrl where the product is served
   * @param secret the password that all demonstration accounts share
   */
  Cast(String baseUrl, String secret) {
    this.baseUrl = baseUrl;
    this.secret = secret;
  }

  /** The session of a person, signed in on first use. */
  ApiSession as(Actor actor) {
    return sessions.computeIfAbsent(
        actor, person -> ApiSession.signIn(baseUrl, person.login(), secret));
  }

  /** Where the product is served. */
  String baseUrl() {
    return baseUrl;
  }

  /** The id of a person. */
  String id(Actor actor) {
    return as(actor).me().getString("id");
  }

  /** The id of an organisation of the demonstration. */
  String id(Actor.Place place) {
    return organisation(as(Actor.ADMINISTRATOR), place);
  }

  /**
   * Makes whatever is not there yet.
   *
   * @param firstLink gives the token of the first administrator's one-time link; asked only on a
   *     data folder without accounts
   */
  void assemble(Supplier<String> firstLink) {
    if (!exists(Actor.ADMINISTRATOR)) {
      setSecret(firstLink.get());
    }
    ApiSession administrator = as(Actor.ADMINISTRATOR);
    if (organisation(administrator, Actor.Place.EXAMPLETON) == null) {
      register(administrator, Actor.Place.EXAMPLETON);
    }
    for (Actor actor : Actor.values()) {
      if (!exists(actor)) {
        enrol(administrator, actor);
      }
    }
  }

  private boolean exists(Actor actor) {
    try {
      as(actor);
      return true;
    } catch (ApiRefusal unknown) {
      return false;
    }
  }

  /** Where that was interrupted the account is there, and its link or its seat is not. */
  private void enrol(ApiSession administrator, Actor actor) {
    Optional<JsonObject> begun = person(administrator, actor);
    JsonObject link =
        begun
            .map(person -> newLink(administrator, person))
            .orElseGet(() -> account(administrator, actor));
    boolean isSeated = begun.filter(person -> !person.getJsonArray("seats").isEmpty()).isPresent();
    if (!actor.seat().isEmpty() && !isSeated) {
      seat(administrator, actor, link.getString("person"));
    }
    setSecret(link.getString("token"));
  }

  private static Optional<JsonObject> person(ApiSession administrator, Actor actor) {
    return administrator
        .get("/people?startsWith=" + actor.login())
        .object()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(person -> person.getString("login").equals(actor.login()))
        .findFirst();
  }

  private static JsonObject newLink(ApiSession administrator, JsonObject person) {
    return administrator
        .post("/people/" + person.getString("id") + "/reset", administrator.confirmation())
        .object();
  }

  private static JsonObject account(ApiSession administrator, Actor actor) {
    JsonArrayBuilder roles = Json.createArrayBuilder();
    if (!actor.role().isEmpty()) {
      roles.add(actor.role());
    }
    return administrator
        .post(
            "/people",
            ApiSession.object()
                .add("login", actor.login())
                .add("name", actor.label())
                .add("email", actor.email())
                .add("organisation", organisation(administrator, actor.place()))
                .add("unit", actor.unit())
                .add("roles", roles)
                .add("confirmation", administrator.confirmation())
                .build())
        .object();
  }

  private static void seat(ApiSession administrator, Actor actor, String person) {
    administrator.post(
        "/people/" + person + "/seats",
        ApiSession.object()
            .add("organisation", organisation(administrator, actor.place()))
            .add("kind", actor.seat())
            .add("confirmation", administrator.confirmation())
            .build());
  }

  private void setSecret(String token) {
    ApiSession.anonymous(baseUrl)
        .post("/secret", ApiSession.object().add("token", token).add("newSecret", secret).build());
  }

  private static void register(ApiSession administrator, Actor.Place place) {
    administrator.post(
        "/organisations",
        ApiSession.object()
            .add("odsCode", place.code())
            .add("name", place.label())
            .add("confirmation", administrator.confirmation())
            .build());
  }

  private static String organisation(ApiSession session, Actor.Place place) {
    return session.get("/organisations?limit=100").object().getJsonArray("items").stream()
        .map(JsonValue::asJsonObject)
        .filter(organisation -> organisation.getString("name").equals(place.label()))
        .map(organisation -> organisation.getString("id"))
        .findFirst()
        .orElse(null);
  }
}
