package org.didaccess.api.json;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyInspectionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"a\": null, \"b\": [], \"c\": [{\"d\": \"ü\\uD83D\\uDE00\"}], \"d\": [true, 1.5]}",
        " { \"a\" : { \"a\" : \"the same name in another object\" } } "
      })
  void a_well_formed_object_is_read(String body) {
    assertThatCode(() -> BodyInspection.demandReadable(utf8(body))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"unknown\":{\"name\":",
        "{\"a\":{\"b\":1",
        "{\"a\":[1,",
        "{\"a\":\"",
        "{",
        "{\"a\"",
        "{\"a\":1,"
      })
  void a_body_that_ends_in_the_middle_is_refused_at_once(String body) {
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> refused(body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "<a/>", "{'a':1}", "{\"a\":1,}", "{} {}", "{\"a\":01}"})
  void what_is_no_json_is_refused_with_the_place(String body) {
    refused(body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"text\"", "5", "null", "true"})
  void anything_but_an_object_is_refused(String body) {
    refused(body).hasMessageContaining("one JSON object");
  }

  @Test
  void a_name_given_twice_is_refused_because_two_readers_would_read_two_things() {
    refused("{\"outcome\":\"REJECT\",\"outcome\":\"APPROVE\"}").hasMessageContaining("outcome");
    refused("{\"a\":{\"<b>\":1,\"<b>\":2}}").hasMessageStartingWith("A name is given twice");
  }

  @Test
  void a_list_holds_no_nulls() {
    refused("{\"fields\":[\"MODALITY\",null]}").hasMessageContaining("null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\uD800", "\\uDC00 alone"})
  void a_text_that_cannot_be_stored_is_refused(String text) {
    refused("{\"a\":\"" + text + "\"}").hasMessageContaining("cannot be stored");
    refused("{\"" + text + "\":1}").hasMessageContaining("cannot be stored");
  }

  @Test
  void depth_is_bounded() {
    refused("{\"a\":".repeat(50_000)).hasMessageContaining("too deeply");
    refused("{\"a\":" + "[".repeat(50_000)).hasMessageContaining("too deeply");
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused() {
    assertThatThrownBy(
            () ->
                BodyInspection.demandReadable(
                    "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(UnreadableBody.class)
        .hasMessageContaining("UTF-8");
  }

  private static AbstractThrowableAssert<?, ?> refused(String body) {
    return assertThatThrownBy(() -> BodyInspection.demandReadable(utf8(body)))
        .isInstanceOf(UnreadableBody.class);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
