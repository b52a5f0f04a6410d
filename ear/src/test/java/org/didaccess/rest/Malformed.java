package org.didaccess.rest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A request that no client should send.
 *
 * @param name what is wrong with it
 * @param mangling makes it from a proper one
 * @param status what answers it
 */
record Malformed(String name, UnaryOperator<Call> mangling, int status) {
  private static final int DEEP = 10_000;

  static final List<Malformed> ALL =
      List.of(
          body("no body", ""),
          body("null", "null"),
          body("an array", "[]"),
          body("a number", "42"),
          body("a word", "\"word\""),
          body("cut short", "{\"reason\":"),
          body("two values", "{} {}"),
          body("a name twice", "{\"reason\":\"a\",\"reason\":\"b\"}"),
          body("an unknown name", "{\"nosuchname\":1}"),
          body("ten thousand levels", "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP)),
          new Malformed(
              "no UTF-8", sent("application/json", "{\"ä\":1}", StandardCharsets.ISO_8859_1), 400),
          new Malformed(
              "ten megabytes",
              call -> call.json("{\"reason\":\"" + "x".repeat(10 << 20) + "\"}"),
              413),
          new Malformed("plain text", sent("text/plain", "{}", StandardCharsets.UTF_8), 415),
          new Malformed(
              "a form",
              sent("application/x-www-form-urlencoded", "a=b", StandardCharsets.UTF_8),
              415),
          new Malformed(
              "a picture asked for", call -> call.json("{}").header("Accept", "image/png"), 406),
          new Malformed(
              "an Accept that is none",
              call -> call.json("{}").header("Accept", "application/json;q=high"),
              400));

  private static Malformed body(String name, String text) {
    return new Malformed(name, call -> call.json(text), 400);
  }

  private static UnaryOperator<Call> sent(String mediaType, String text, Charset charset) {
    return call -> call.with(mediaType, text.getBytes(charset));
  }

  Call of(Call proper) {
    return mangling.apply(proper);
  }
}
