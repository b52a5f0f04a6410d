package org.didaccess.launcher.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.didaccess.harness.RunningProduct;
import org.didaccess.launcher.demo.Actor.Place;

/**
 * An invented person at the university who is not of the cast, so that what a test does to them
 * takes nobody from the others.
 *
 * @param id the person
 * @param login the login name; the password is everybody's
 */
public record Newcomer(String id, String login) {

  /** Enrolled, with the password set. */
  public static Newcomer enrolled(RunningProduct product, String name) {
    return enrolled(Players.assembled(product), product, name);
  }

  static Newcomer enrolled(Cast cast, RunningProduct product, String name) {
    ApiSession administrator = cast.as(Actor.ADMINISTRATOR);
    String login = "newcomer." + UUID.randomUUID();
    JsonObject link =
        administrator
            .post(
                "/people",
                ApiSession.object()
                    .add("login", login)
                    .add("name", name)
                    .add("email", "newcomer@didaccess.invalid")
                    .add("organisation", cast.id(Place.EXAMPLETON))
                    .add("unit", "Imaging Group")
                    .add("roles", Json.createArrayBuilder())
                    .add("confirmation", administrator.confirmation())
                    .build())
            .object();
    ApiSession.anonymous(product.baseUrl())
        .post(
            "/secret",
            ApiSession.object()
                .add("token", link.getString("token"))
                .add("newSecret", product.secret())
                .build());
    return new Newcomer(link.getString("person"), login);
  }
}
