package org.didaccess.launcher.demo;

import jakarta.json.JsonObject;
import org.didaccess.harness.RunningProduct;
import org.didaccess.launcher.demo.Actor.Place;

/**
 * Somebody with a seat and a session, before they leave.
 *
 * @param person who it is
 * @param session signed in
 */
record Leaver(Newcomer person, ApiSession session) {

  /** With the seat of a signatory at the university. */
  static Leaver seated(Cast cast, RunningProduct product) {
    ApiSession administrator = cast.as(Actor.ADMINISTRATOR);
    Newcomer person = Newcomer.enrolled(cast, product, "Lena Leaver");
    administrator.post(
        "/people/" + person.id() + "/seats",
        ApiSession.object()
            .add("organisation", cast.id(Place.EXAMPLETON))
            .add("kind", "signatory")
            .add("confirmation", administrator.confirmation())
            .build());
    return new Leaver(
        person, ApiSession.signIn(product.baseUrl(), person.login(), product.secret()));
  }

  String id() {
    return person.id();
  }

  String login() {
    return person.login();
  }

  /** What the administrator is shown of the account. */
  JsonObject account(Cast cast) {
    return cast.as(Actor.ADMINISTRATOR).get("/people/" + id()).object();
  }
}
