package org.didaccess.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Wrong values in a draft: each is refused in words, and the draft stays as it was. */
class DraftInputIT {
  private static final String NO_SUCH_ID = "00000000-0000-4000-8000-00000000dead";

  private final Caller applicant = Who.RESEARCHER.caller();
  private final String draft =
      "/applications/"
          + applicant
              .post("/applications", Json.createObjectBuilder().add("title", "Odd input").build())
              .object()
              .getString("id");

  /**
   * @param what is wrong
   * @param part of the draft
   * @param body to send
   * @param status of the answer
   * @param says part of what it says
   */
  private record Wrong(String what, String part, String body, int status, String says) {}

  @TestFactory
  Stream<DynamicTest> a_draft_refuses() {
    return Stream.of(
            selection("a field that is unknown", "fields", "[\"NOSUCH\"]", "Choose fields"),
            selection("a withheld field", "fields", "[\"NHS_NUMBER\"]", "Choose fields"),
            selection("a level that is unknown", "level", "\"odd\"", "Choose row level"),
            selection(
                "a way of access that is unknown", "accessMethod", "\"fax\"", "Choose extract"),
            selection("a linkage that is unknown", "linkage", "\"all\"", "Choose none"),
            selection("a rhythm that is unknown", "refresh", "\"daily\"", "Choose once"),
            selection(
                "a period before the data", "periodFrom", "\"1999-01-01\"", "Give a first day"),
            selection("a period backwards", "periodFrom", "\"2026-04-01\"", "Give a last day"),
            selection(
                "a filter that is unknown",
                "filters",
                "[{\"kind\":\"nosuch\",\"value\":\"1\"}]",
                "Choose filter values"),
            selection(
                "a filter's value that is unknown",
                "filters",
                "[{\"kind\":\"modality\",\"value\":\"none\"}]",
                "Choose filter values"),
            new Wrong(
                "a day that is none",
                "/selection",
                body("periodFrom", "\"2026-02-30\""),
                400,
                "periodFrom"),
            new Wrong(
                "a data set that is unknown",
                "/selection",
                body("dataSet", "\"NOSUCH\""),
                404,
                "data set"),
            new Wrong(
                "a version that is unknown",
                "/selection",
                body("dataSetVersion", "\"9\""),
                404,
                "data set"),
            answer("a choice that is not offered", "{\"territory\":\"the moon\"}"),
            answer("a question that is unknown", "{\"nosuch\":\"x\"}"),
            answer("a text that is too long", "{\"locations\":\"" + "x".repeat(20_001) + "\"}"),
            new Wrong(
                "a character that cannot be stored",
                "/answers/territory",
                "{\"locations\":\"\\u0000\"}",
                400,
                "cannot be stored"),
            new Wrong(
                "a section that is unknown",
                "/answers/nosuch",
                "{\"locations\":\"x\"}",
                404,
                "section"),
            recipients("an organisation that is unknown", "recipients", NO_SUCH_ID, 422),
            recipients("a collaborator who is unknown", "collaborators", NO_SUCH_ID, 422),
            recipients("an id that is none", "recipients", "no-id", 400))
        .map(wrong -> DynamicTest.dynamicTest(wrong.what(), () -> isRefused(wrong)));
  }

  private void isRefused(Wrong wrong) {
    Answer before = applicant.get(draft);
    Answer answer =
        applicant.send(
            Call.of("PUT", draft + wrong.part()).ifMatch(before.tag()).json(wrong.body()));
    assertThat(answer.status()).as("%s", answer).isEqualTo(wrong.status());
    assertThat(answer.detail()).as("%s", answer).contains(wrong.says()).endsWith(".");
    assertThat(applicant.get(draft)).isEqualTo(before);
  }

  private static Wrong selection(String what, String name, String value, String says) {
    return new Wrong(what, "/selection", body(name, value), 422, says);
  }

  /** A proper selection with one value in place of its own. */
  private static String body(String name, String value) {
    JsonObject proper =
        Json.createObjectBuilder()
            .add("dataSet", "DID")
            .add("dataSetVersion", "1")
            .add("periodFrom", "2026-01-01")
            .add("periodTo", "2026-03-31")
            .add("level", "row-level")
            .add("accessMethod", "extract")
            .add("linkage", "none")
            .add("refresh", "once")
            .add("fields", Json.createArrayBuilder().add("MODALITY"))
            .add("filters", Json.createArrayBuilder())
            .build();
    String own = Json.createObjectBuilder().add(name, proper.get(name)).build().toString();
    return proper
        .toString()
        .replace(own.substring(1, own.length() - 1), "\"" + name + "\":" + value);
  }

  private static Wrong answer(String what, String body) {
    return new Wrong(what, "/answers/territory", body, 422, "Answer a question of this section");
  }

  private static Wrong recipients(String what, String list, String id, int status) {
    return new Wrong(what, "/recipients", "{\"" + list + "\":[\"" + id + "\"]}", status, "");
  }

  @Test
  void a_change_over_somebody_elses_change_is_refused() {
    String seen = applicant.get(draft).tag();
    assertThat(answerTerritory(seen).status()).isEqualTo(200);
    Answer after = applicant.get(draft);
    Answer stale = answerTerritory(seen);
    assertThat(stale.status()).as("%s", stale).isEqualTo(412);
    assertThat(stale.code()).isEqualTo("stale-version");
    assertThat(applicant.get(draft)).isEqualTo(after);
  }

  @Test
  void a_change_needs_the_version_that_was_seen() {
    Answer missing = answerTerritory(null);
    assertThat(missing.status()).as("%s", missing).isEqualTo(428);
    assertThat(missing.detail()).contains("If-Match");
    assertThat(answerTerritory("no tag").status()).isEqualTo(412);
  }

  private Answer answerTerritory(String tag) {
    return applicant.send(
        Call.of("PUT", draft + "/answers/territory")
            .ifMatch(tag)
            .json("{\"locations\":\"Leeds\"}"));
  }

  @Test
  void an_unfinished_draft_is_not_submitted_and_says_what_is_missing() {
    Answer before = applicant.get(draft);
    Answer refused =
        applicant.send(
            Call.of("POST", draft + "/submission")
                .ifMatch(before.tag())
                .json(Caller.confirmation().toString()));
    assertThat(refused.status()).as("%s", refused).isEqualTo(422);
    assertThat(refused.object().getJsonArray("errors")).hasSizeGreaterThan(5);
    assertThat(applicant.get(draft)).isEqualTo(before);
  }

  @Test
  void a_session_that_ended_is_told_to_sign_in() {
    Caller ended = Who.RESEARCHER.inOwnSession();
    assertThat(ended.send(Call.of("DELETE", "/session")).status()).isEqualTo(204);
    Answer refused = ended.get(draft);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.detail()).contains("Sign in");
  }
}
