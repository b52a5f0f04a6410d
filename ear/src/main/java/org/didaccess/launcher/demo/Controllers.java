package org.didaccess.launcher.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** Slots whose controller was dissolved block until an officer records the successor. */
final class Controllers {
  private final Cast cast;
  private final Transcript transcript;

  Controllers(Cast cast, Transcript transcript) {
    this.cast = cast;
    this.transcript = transcript;
  }

  /** Records a successor for every blocked slot. */
  void recordSuccessors() {
    for (JsonValue slot : cast.as(Actor.OFFICER).get("/data-sets/DID/slots").array()) {
      if (slot.asJsonObject().getBoolean("blocked")) {
        transcript.step(
            "Record the successor of " + slot.asJsonObject().getString("holder"),
            Actor.OFFICER,
            () -> record(slot.asJsonObject()));
      }
    }
  }

  private ApiAnswer record(JsonObject slot) {
    ApiSession officer = cast.as(Actor.OFFICER);
    return officer.post(
        "/data-sets/successions",
        ApiSession.object()
            .add("controllershipId", slot.getString("controllershipId"))
            .add("from", slot.getString("holderId"))
            .add("to", Json.createArrayBuilder().add(cast.id(Actor.Place.UKHSA)))
            .add("effectiveOn", "2021-10-01")
            .add("evidence", "Invented transfer scheme, for the demonstration alone.")
            .add("confirmation", officer.confirmation())
            .build());
  }
}
