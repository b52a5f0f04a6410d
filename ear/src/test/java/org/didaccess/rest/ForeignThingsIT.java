package org.didaccess.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Things that are not the caller's: they are answered like things that are not there. */
class ForeignThingsIT {
  private static final UUID NO_SUCH_ID = UUID.fromString("00000000-0000-4000-8000-00000000dead");
  private static final String OTHER_SLOT = "0d1d0000-0000-4000-8000-000000000012";

  private final Scene scene = Scene.shared();
  private final Caller stranger = scene.asStranger();

  @TestFactory
  Stream<DynamicTest> a_stranger_cannot_tell_a_foreign_thing_from_none() {
    return Operation.all().stream()
        .filter(Operation::namesAnId)
        .filter(operation -> foreign(operation) != null)
        .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> compare(operation)));
  }

  private void compare(Operation operation) {
    Answer none = ask(operation, NO_SUCH_ID.toString());
    Answer foreign = ask(operation, foreign(operation));
    assertThat(foreign).isEqualTo(none);
    assertThat(none.isProblem()).as("%s", none).isTrue();
    assertThat(none.status()).as("%s", none).isBetween(400, 499);
  }

  private Answer ask(Operation operation, String id) {
    Call call = Call.of(operation.method(), operation.filled(id)).ifMatch("\"0\"");
    return stranger.send(operation.takesJson() ? call.json("{}") : call);
  }

  /** The id of a real thing of somebody else, of the kind that the operation is about. */
  private String foreign(Operation operation) {
    Map<String, String> things =
        Map.of(
            "/applications/", scene.things().application(),
            "/agreements/", scene.things().agreement(),
            "/releases/", scene.things().release(),
            "/workspaces/", scene.things().workspace(),
            "/triage/", scene.things().application(),
            "/processes/{process}", scene.things().application(),
            "/reviews/of-application/", scene.things().application(),
            "/people/{id}", personOf(Who.RESEARCHER));
    return things.entrySet().stream()
        .filter(thing -> operation.path().startsWith(thing.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static String personOf(Who who) {
    return who.caller().get("/session").object().getJsonObject("me").getString("id");
  }

  @TestFactory
  Stream<DynamicTest> an_id_that_is_none_is_refused_by() {
    return Operation.all().stream()
        .filter(Operation::namesAnId)
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.toString(),
                    () -> {
                      Answer answer = ask(operation, "no-uuid-'%22%3B--");
                      assertThat(answer.status()).as("%s", answer).isBetween(400, 404);
                      assertThat(answer.isProblem()).as("%s", answer).isTrue();
                    }));
  }

  @Test
  void a_panel_sees_nothing_of_another_panels_review() {
    Caller chair = Who.PANEL.caller();
    JsonObject review = reviewOf(scene.things().application(), chair);
    String version = "/reviews/" + review.getString("versionId") + "/";
    assertThat(chair.get(version + review.getString("controllershipId")).status()).isEqualTo(200);
    Answer other = chair.get(version + OTHER_SLOT);
    assertThat(other.status()).as("%s", other).isEqualTo(404);
  }

  private static JsonObject reviewOf(String application, Caller chair) {
    return chair
        .get("/reviews?limit=100")
        .object()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(review -> review.getString("applicationId").equals(application))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_signatory_signs_for_no_other_organisation() {
    Caller signatory = Who.SIGNATORY.caller();
    String agreement = "/agreements/" + scene.things().agreement();
    JsonObject view = signatory.get(agreement).object();
    SoftAssertions softly = new SoftAssertions();
    for (String organisation : organisations(view)) {
      Answer answer =
          signatory.post(
              agreement + "/signatures",
              Json.createObjectBuilder()
                  .add("organisation", organisation)
                  .add("textSha256", view.getString("textSha256"))
                  .add("confirmation", Caller.confirmation())
                  .build());
      softly.assertThat(answer.status()).as("%s", answer).isEqualTo(403);
    }
    softly.assertAll();
  }

  private static List<String> organisations(JsonObject agreement) {
    return Stream.concat(
            agreement.getJsonArray("parties").getValuesAs(JsonObject.class).stream()
                .map(party -> party.getString("organisationId")),
            Stream.of(NO_SUCH_ID.toString()))
        .toList();
  }

  @Test
  void whoever_prepared_an_extract_does_not_check_or_publish_it() {
    Caller preparer = Who.DATA_MANAGER.caller();
    String release = "/releases/" + scene.things().release();
    String tag = preparer.get(release).tag();
    Answer check =
        preparer.send(
            Call.of("POST", release + "/check").ifMatch(tag).json("{\"note\":\"Looked at.\"}"));
    assertThat(check.code()).as("%s", check).isEqualTo("second-person-needed");
    Answer publication =
        preparer.send(
            Call.of("POST", release + "/publication")
                .ifMatch(tag)
                .json(Caller.confirmation().toString()));
    assertThat(publication.code()).as("%s", publication).isEqualTo("second-person-needed");
  }
}
