package org.didaccess.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Ids and words inside a body: what is unknown or does not fit is refused, and nothing is made. */
class NamedIdsIT {
  private static final String NO_SUCH_ID = "00000000-0000-4000-8000-00000000dead";
  private static final String NHS_ENGLAND = "0d1d0000-0000-4000-8000-000000000001";

  private final Scene scene = Scene.shared();
  private final String rosa =
      Who.RESEARCHER.caller().get("/session").object().getJsonObject("me").getString("id");

  /**
   * @param what is wrong
   * @param who asks
   * @param path where
   * @param body what for
   * @param status of the answer
   */
  private record Wrong(String what, Who who, String path, JsonObjectBuilder body, int status) {}

  @TestFactory
  Stream<DynamicTest> it_is_refused_to() {
    return Stream.of(
            release("release under an agreement that is none", "agreement", NO_SUCH_ID, 422),
            release(
                "release to an organisation that is none",
                "recipientOrganisation",
                NO_SUCH_ID,
                409),
            release(
                "release to an organisation that is not named",
                "recipientOrganisation",
                NHS_ENGLAND,
                409),
            release("release for a person who is none", "requestedBy", NO_SUCH_ID, 422),
            release("release for oneself", "requestedBy", id(Who.DATA_MANAGER), 403),
            release("release to a key that is none", "recipientKey", "age1nokey", 422),
            workspace("provision under an agreement that is none", NO_SUCH_ID, 422),
            workspace("provision what was approved as an extract", scene.things().agreement(), 409),
            person("give a role that is none", "/roles", body().add("role", "king"), 422),
            new Wrong(
                "give a role to nobody",
                Who.ADMINISTRATOR,
                "/people/" + NO_SUCH_ID + "/roles",
                confirmed(body().add("role", "officer")),
                422),
            person("give a seat at no organisation", "/seats", seat(NO_SUCH_ID, "member"), 422),
            person("give a seat of no kind", "/seats", seat(NHS_ENGLAND, "king"), 422),
            enrol("enrol without a name", body().add("login", "no.name").add("name", ""), 422),
            enrol("enrol twice", body().add("login", "rosa.researcher").add("name", "Rosa"), 409),
            organisation("register no code", "???", 422),
            organisation("register twice", "X26", 409),
            agreement("name nobody in an agreement", null, 422),
            agreement("name somebody unknown", named(NO_SUCH_ID, "analyst", null), 422),
            agreement("name a king", named(rosa, "king", null), 422),
            agreement("name a recipient without a key", named(rosa, "recipient", null), 422),
            agreement(
                "name a recipient with a key that is none",
                named(rosa, "recipient", "age1nokey"),
                422))
        .map(wrong -> DynamicTest.dynamicTest(wrong.what(), () -> isRefused(wrong)));
  }

  private void isRefused(Wrong wrong) {
    long before = acts();
    Call call = Call.of("POST", wrong.path()).json(wrong.body().build().toString());
    Answer answer = wrong.who().caller().send(call.ifMatch(approvedTag(wrong)));
    assertThat(answer.status()).as("%s", answer).isEqualTo(wrong.status());
    assertThat(answer.isProblem()).as("%s", answer).isTrue();
    assertThat(answer.detail()).endsWith(".");
    assertThat(acts()).as("rows of the trail").isEqualTo(before);
  }

  /** Everything that is done leaves a row. */
  private static long acts() {
    return Who.AUDITOR
        .caller()
        .get("/audit?limit=1&kind=agreement")
        .object()
        .getJsonNumber("total")
        .longValue();
  }

  private String approvedTag(Wrong wrong) {
    return wrong.path().equals("/agreements")
        ? wrong.who().caller().get("/applications/" + approved()).tag()
        : "\"0\"";
  }

  private static String approved() {
    return Who.RESEARCHER
        .caller()
        .get("/applications/mine?limit=100")
        .object()
        .getJsonArray("items")
        .stream()
        .map(JsonValue::asJsonObject)
        .filter(application -> application.getString("status").equals("APPROVED"))
        .findFirst()
        .orElseThrow()
        .getString("id");
  }

  private static String id(Who who) {
    return who.caller().get("/session").object().getJsonObject("me").getString("id");
  }

  private Wrong release(String what, String name, String value, int status) {
    JsonObjectBuilder order =
        order(scene.things().agreement()).add("recipientKey", scene.key()).add(name, value);
    return new Wrong(what, Who.DATA_MANAGER, "/releases", order, status);
  }

  private Wrong workspace(String what, String agreement, int status) {
    return new Wrong(what, Who.DATA_MANAGER, "/workspaces", order(agreement), status);
  }

  private JsonObjectBuilder order(String agreement) {
    return confirmed(
        body()
            .add("agreement", agreement)
            .add("requestedBy", rosa)
            .add("recipientOrganisation", scene.university()));
  }

  private Wrong person(String what, String part, JsonObjectBuilder body, int status) {
    return new Wrong(what, Who.ADMINISTRATOR, "/people/" + rosa + part, confirmed(body), status);
  }

  private Wrong enrol(String what, JsonObjectBuilder person, int status) {
    return new Wrong(
        what,
        Who.ADMINISTRATOR,
        "/people",
        confirmed(
            person
                .add("email", "nobody@didaccess.invalid")
                .add("organisation", NHS_ENGLAND)
                .add("unit", "")
                .add("roles", Json.createArrayBuilder())),
        status);
  }

  private static Wrong organisation(String what, String code, int status) {
    return new Wrong(
        what,
        Who.ADMINISTRATOR,
        "/organisations",
        confirmed(body().add("odsCode", code).add("name", "An organisation")),
        status);
  }

  private Wrong agreement(String what, JsonObjectBuilder named, int status) {
    JsonArrayBuilder people = Json.createArrayBuilder();
    if (named != null) {
      people.add(named);
    }
    LocalDate tomorrow = LocalDate.now(ZoneId.of("Europe/London")).plusDays(1);
    return new Wrong(
        what,
        Who.OFFICER,
        "/agreements",
        confirmed(
            body()
                .add("application", approved())
                .add("startsOn", tomorrow.toString())
                .add("endsOn", tomorrow.plusYears(1).toString())
                .add("people", people)),
        status);
  }

  private static JsonObjectBuilder named(String person, String role, String key) {
    JsonObjectBuilder named = body().add("person", person).add("role", role);
    return key == null ? named.addNull("publicKey") : named.add("publicKey", key);
  }

  private static JsonObjectBuilder seat(String organisation, String kind) {
    return body().add("organisation", organisation).add("kind", kind);
  }

  private static JsonObjectBuilder body() {
    return Json.createObjectBuilder();
  }

  private static JsonObjectBuilder confirmed(JsonObjectBuilder body) {
    return body.add("confirmation", Caller.confirmation());
  }
}
