package org.didaccess.launcher.demo;

import jakarta.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.didaccess.launcher.demo.Journey.Wish;

/** Applications in every state, so that whoever looks around finds something on every page. */
final class Examples {
  private static final List<String> FIELDS =
      List.of("AGE_BAND_5_YEARS", "GENDER_CODE", "MODALITY", "MONTH_OF_TEST", "YEAR_OF_TEST");

  private final Stage stage;
  private final Cast cast;
  private final Transcript transcript;

  Examples(Stage stage, Transcript transcript) {
    this.stage = stage;
    this.cast = stage.cast();
    this.transcript = transcript;
  }

  /**
   * Makes them, unless there are applications of somebody else already. Where that was interrupted,
   * those that are missing are made; the one that it was at stays as far as it came.
   */
  void make() {
    MadeExamples made = new MadeExamples(stage.folder());
    if (!made.begun() && thereAreApplications()) {
      return;
    }
    made.begin();
    all().forEach(made::once);
  }

  private boolean thereAreApplications() {
    return cast.as(Actor.OFFICER).get("/applications?limit=1").object().getInt("total") > 0;
  }

  /** Makes one in every state. */
  void fill() {
    all().values().forEach(Runnable::run);
  }

  /** In their order: nothing can be reviewed before every slot has a holder. */
  private Map<String, Runnable> all() {
    Map<String, Runnable> all = new LinkedHashMap<>();
    all.put("successors", new Controllers(cast, transcript)::recordSuccessors);
    all.put("draft", this::draft);
    all.put("submitted", () -> submitted("Ultrasound in pregnancy by region"));
    all.put("returned", this::returned);
    all.put("in review", this::inReview);
    all.put("narrowed", this::narrowed);
    all.put("rejected", this::rejected);
    all.put("withdrawn", this::withdrawn);
    all.put("approved", () -> approved("Waiting times for magnetic resonance imaging"));
    all.put("active", this::active);
    return all;
  }

  private Journey journey(String title) {
    return new Journey(
        cast,
        transcript,
        new Wish(
            title,
            "sde",
            stage.lastMonth().minusMonths(2).atDay(1),
            stage.lastMonth().atEndOfMonth(),
            FIELDS,
            null));
  }

  private void draft() {
    journey("Early diagnosis of lung cancer").begin(Actor.RESEARCHER);
  }

  private Journey submitted(String title) {
    Journey journey = journey(title);
    journey.apply(Actor.RESEARCHER);
    return journey;
  }

  private void returned() {
    submitted("Plain radiography out of hours").sendBack("Please say who processes the data.");
  }

  private void inReview() {
    Journey journey = submitted("Repeat imaging within a year");
    journey.triage();
    journey.vote(Actor.NHS_MEMBER);
    journey.approve(Actor.NHS_CHAIR);
  }

  private void narrowed() {
    Journey journey = submitted("Children and computed tomography");
    journey.triage();
    journey.approve(Actor.NHS_CHAIR);
    journey.decide(
        Actor.UKHSA_CHAIR,
        Json.createObjectBuilder()
            .add("outcome", "APPROVE")
            .add("reason", "Ten-year bands are enough for this purpose.")
            .add(
                "fields",
                Json.createArrayBuilder()
                    .add(
                        Json.createObjectBuilder()
                            .add("field", "AGE_BAND_5_YEARS")
                            .add("outcome", "COARSEN")
                            .add("coarser", "AGE_BAND_10_YEARS"))));
  }

  private void rejected() {
    Journey journey = submitted("Imaging near home addresses");
    journey.triage();
    journey.decide(
        Actor.NHS_CHAIR,
        Json.createObjectBuilder()
            .add("outcome", "REJECT")
            .add("reason", "The purpose does not need data about single tests."));
  }

  private void withdrawn() {
    submitted("Fluoroscopy in small hospitals").withdraw(Actor.RESEARCHER);
  }

  private Journey approved(String title) {
    Journey journey = submitted(title);
    journey.triage();
    journey.approve(Actor.NHS_CHAIR);
    journey.approve(Actor.UKHSA_CHAIR);
    return journey;
  }

  private void active() {
    Journey journey = approved("From referral to report");
    journey.draft();
    journey.sign();
  }
}
