package org.didaccess.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What the interface says about itself. */
class DescriptionIT {
  private final JsonObject document = Operation.document();
  private final Map<String, Set<Who>> table = AccessTable.rows();

  @Test
  void every_operation_says_what_it_does_and_what_it_answers() {
    SoftAssertions softly = new SoftAssertions();
    for (Operation operation : Operation.all()) {
      JsonObject said = operation.description();
      softly.assertThat(said.getString("summary", "")).as("%s", operation).isNotBlank();
      softly.assertThat(said.getString("description", "")).as("%s", operation).isNotBlank();
      softly.assertThat(said.getJsonArray("tags")).as("%s", operation).isNotEmpty();
      softly.assertThat(tellsItsAnswer(said)).as("%s: answer", operation).isTrue();
      softly.assertThat(tellsItsBody(said)).as("%s: body", operation).isTrue();
    }
    softly.assertAll();
  }

  @Test
  void every_operation_says_how_it_refuses() {
    SoftAssertions softly = new SoftAssertions();
    for (Operation operation : Operation.all()) {
      Set<String> codes = operation.description().getJsonObject("responses").keySet();
      softly.assertThat(codes).as("%s", operation).contains("400", "406", "500");
      if (!table.get(operation.toString()).contains(Who.NOBODY)) {
        softly.assertThat(codes).as("%s", operation).contains("401", "403");
      }
      if (operation.takesJson()) {
        softly.assertThat(codes).as("%s", operation).contains("413", "415", "422");
      }
    }
    softly.assertAll();
  }

  @Test
  void nobody_needs_a_session_for_exactly_what_everybody_may() {
    Set<String> open =
        Operation.all().stream()
            .filter(
                operation ->
                    operation
                        .description()
                        .getOrDefault("security", JsonValue.EMPTY_JSON_ARRAY)
                        .asJsonArray()
                        .contains(JsonValue.EMPTY_JSON_OBJECT))
            .map(Operation::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(document.getJsonArray("security")).as("for all others").isNotEmpty();
    assertThat(open)
        .containsExactlyElementsOf(
            table.keySet().stream()
                .filter(operation -> table.get(operation).contains(Who.NOBODY))
                .toList());
  }

  @Test
  void an_address_offers_no_method_that_is_not_described() {
    SoftAssertions softly = new SoftAssertions();
    List<Operation> all = Operation.all();
    for (Operation operation : all) {
      String path = operation.aboutNothing().path();
      softly
          .assertThat(offered(path))
          .as(path)
          .isEqualTo(
              all.stream()
                  .filter(other -> other.isAt(path))
                  .map(Operation::method)
                  .collect(Collectors.toSet()));
    }
    softly.assertAll();
  }

  @Test
  void every_reference_leads_somewhere() {
    SoftAssertions softly = new SoftAssertions();
    for (String reference : References.in(document)) {
      softly.assertThat(References.target(document, reference)).as(reference).isNotNull();
    }
    softly.assertAll();
  }

  private static Set<String> offered(String path) {
    String allow = Who.ADMINISTRATOR.caller().send(Call.of("OPTIONS", path)).allow();
    return Arrays.stream(allow.split(",\\s*"))
        .filter(method -> !Set.of("HEAD", "OPTIONS", "").contains(method))
        .collect(Collectors.toSet());
  }

  private static boolean tellsItsAnswer(JsonObject said) {
    JsonObject responses = said.getJsonObject("responses");
    return responses.keySet().stream()
        .filter(code -> code.startsWith("2"))
        .anyMatch(
            code ->
                code.equals("204")
                    || responses.getJsonObject(code).getJsonObject("content").values().stream()
                        .map(JsonValue::asJsonObject)
                        .anyMatch(media -> media.containsKey("schema")));
  }

  private static boolean tellsItsBody(JsonObject said) {
    return !said.containsKey("requestBody")
        || said.getJsonObject("requestBody").getJsonObject("content").values().stream()
            .map(JsonValue::asJsonObject)
            .allMatch(media -> media.containsKey("schema"));
  }
}
