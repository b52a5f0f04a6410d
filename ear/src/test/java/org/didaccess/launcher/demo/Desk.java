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

  Cast cast() {
    return cast;
  }

  /** Orders the work; returns its id. */
  public abstract String order();

  /** Where it stands. */
  public String status(String id) {
    return view(id).getString("status");
  }

  /** What a data manager is shown of it. */
  abstract JsonObject view(String id);

  /** How many incidents an administrator is shown. */
  public long incidents() {
    return cast.as(Actor.ADMINISTRATOR)
        .get("/processes/incidents?limit=1")
        .object()
        .getJsonNumber("total")
        .longValue();
  }
}
