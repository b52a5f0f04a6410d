package org.didaccess.launcher.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.UUID;
import org.didaccess.harness.RunningProduct;
import org.didaccess.launcher.demo.Actor.Place;

/**
 * An invented person with a seat, who is not of the cast, so that leaving takes nobody from the
 * other tests.
 *
 * @param id the person
 * @param login the login name
 * @param session signed in
 */
record Leaver(String id, String login, ApiSession session) {

  /** Enrolled at the university, with the seat of a signatory. */
  static Leaver enrolled(Cast cast, RunningProduct product) {
    ApiSession administrator = cast.as(Actor.ADMINISTRATOR);
    String login = "lena.leaver." + UUID.randomUUID().toString().toLowerCase(Locale.ROOT);
    JsonObject link =
        administrator
            .post(
                "/people",
                ApiSession.object()
                    .add("login", login)
                    .add("name", "Lena Leaver")
                    .add("email", "lena.leaver@didaccess.invalid")
                    .add("organisation", cast.id(Place.EXAMPLETON))
                    .add("unit", "Imaging Group")
                    .add("roles", Json.createArrayBuilder())
                    .add("confirmation", administrator.confirmation())
                    .build())
            .object();
    String id = link.getString("person");
    administrator.post(
        "/people/" + id + "/seats",
        ApiSession.object()
            .add("organisation", cast.id(Place.EXAMPLETON))
            .add("kind", "signatory")
            .add("confirmation", administrator.confirmation())
            .build());
    String secret = product.secret();
    ApiSession.anonymous(product.baseUrl())
        .post(
            "/secret",
            ApiSession.object()
                .add("token", link.getString("token"))
                .add("newSecret", secret)
                .build());
    return new Leaver(id, login, ApiSession.signIn(product.baseUrl(), login, secret));
  }

  /** What the administrator is shown of the account. */
  JsonObject account(Cast cast) {
    return cast.as(Actor.ADMINISTRATOR).get("/people/" + id).object();
  }
}
