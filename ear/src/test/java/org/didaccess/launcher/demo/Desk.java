package org.didaccess.launcher.demo;

import jakarta.json.JsonObject;
import java.util.List;
import org.didaccess.harness.RunningProduct;
import org.didaccess.launcher.demo.Journey.Wish;

/**
 * One agreement in force, and what data managers do under it over the product's own interface: for
 * tests that kill the product in between.
 */
public abstract class Desk {
  private static final List<String> FIELDS =
      List.of(
          "AGE_BAND_10_YEARS",
          "GENDER_CODE",
          "MODALITY",
          "MONTH_OF_TEST",
          "PATIENT_SOURCE_SETTING",
          "PERSON_ID",
          "SUBMISSION_DATA_ID",
          "YEAR_OF_TEST");

  static final int CONFLICT = 409;
  private static final int TRIES = 5;
  private static final String MADE_FOR_A_TEST = "It was made for a test.";

  private final RunningProduct product;
  private final String agreement;
  private Cast cast;

  Desk(RunningProduct product, Months months, String accessMethod, String recipientKey) {
    this.product = product;
    this.cast = Players.assembled(product);
    Wish wish =
        new Wish(
            "Survives a kill: " + accessMethod,
            accessMethod,
            months.from(),
            months.to(),
            FIELDS,
            recipientKey);
    Journey journey = new Journey(cast, Players.silence(), wish);
    journey.complete(Actor.RESEARCHER);
    this.agreement = journey.agreement();
  }

  /** The agreement's id. */
  public String agreement() {
    return agreement;
  }

  /** The id of the person who asks and receives. */
  public String researcher() {
    return cast.id(Actor.RESEARCHER);
  }

  /** Everybody signs in anew: a killed server has forgotten its sessions. */
  public void signInAgain() {
    cast = Players.signedOut(product);
  }

  RunningProduct product() {
    return product;
  }

  Cast cast() {
    return cast;
  }

  /** Orders the work; returns its id. */
  public abstract String order();

  /** Where it stands. */
  public String status(String id) {
    return view(id).getString("status");
  }

  /** Where what was ordered is found, such as {@code /releases/}. */
  abstract String place();

  /** Gives it up before anybody has anything of it. */
  public abstract void giveUp(String id);

  /** What a data manager is shown of it. */
  JsonObject view(String id) {
    return cast.as(Actor.PREPARER).get(place() + id).object();
  }

  /** Orders until one is paused before the engine was done with it; returns its id. */
  public String orderPaused() {
    for (int i = 0; i < TRIES; i++) {
      String id = order();
      if (pause(id)) {
        return id;
      }
      giveUp(id);
    }
    throw new AssertionError("The engine was quicker each time");
  }

  /** Lets the engine stop; false where it was done already. */
  boolean pause(String id) {
    try {
      cast.as(Actor.PREPARER).post(place() + id + "/pause", null);
      return true;
    } catch (ApiRefusal refused) {
      if (refused.status() != CONFLICT) {
        throw refused;
      }
      return false;
    }
  }

  /** Lets it go on. */
  void resume(String id) {
    cast.as(Actor.PREPARER).post(place() + id + "/resumption", null);
  }

  /** How many months are finished. */
  int monthsFinished(String id) {
    return view(id).getJsonObject("progress").getInt("monthsFinished");
  }

  /** An officer does something that closes to the agreement: a suspension, a revocation. */
  void officer(String act) {
    cast.as(Actor.OFFICER)
        .post(
            "/agreements/" + agreement + "/" + act,
            ApiSession.object().add("reason", MADE_FOR_A_TEST).build());
  }

  /** An officer lets a suspended agreement go on. */
  void resumeAgreement() {
    ApiSession officer = cast.as(Actor.OFFICER);
    officer.post(
        "/agreements/" + agreement + "/resumption",
        ApiSession.object()
            .add("reason", MADE_FOR_A_TEST)
            .add("confirmation", officer.confirmation())
            .build());
  }

  /** Does something to what was ordered that needs a reason. */
  void stop(Actor actor, String id, String act) {
    cast.as(actor)
        .post(place() + id + "/" + act, ApiSession.object().add("reason", MADE_FOR_A_TEST).build());
  }

  /** How many incidents an administrator is shown. */
  public long incidents() {
    return cast.as(Actor.ADMINISTRATOR)
        .get("/processes/incidents?limit=1")
        .object()
        .getJsonNumber("total")
        .longValue();
  }
}
