package org.didaccess.rest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/**
 * What came back.
 *
 * @param status the HTTP status
 * @param type the media type, empty without a body
 * @param tag the ETag, or null
 * @param location where what was made is, or null
 * @param allow the methods that are offered, where they are told; otherwise empty
 * @param body the text
 */
record Answer(int status, String type, String tag, String location, String allow, String body) {
  /** Names of classes and lines of stack traces have no place in an answer. */
  private static final Pattern INSIDE =
      Pattern.compile("Exception|\\bat [a-z]+\\.|(org|java|jakarta|com)\\.[a-z]+\\.|SELECT |SQL");

  static Answer of(HttpResponse<String> response) {
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.headers().firstValue("ETag").orElse(null),
        response.headers().firstValue("Location").orElse(null),
        String.join(",", response.headers().allValues("Allow")),
        response.body());
  }

  JsonObject object() {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.readObject();
    }
  }

  JsonArray array() {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.readArray();
    }
  }

  /** The word for programs, where this is a problem; otherwise empty. */
  String code() {
    return isProblem() ? object().getString("code") : "";
  }

  /** What happened and what to do, where this is a problem; otherwise empty. */
  String detail() {
    return isProblem() ? object().getString("detail") : "";
  }

  /** Whether it is a problem as RFC 9457 has it, in words for people and about nothing inside. */
  boolean isProblem() {
    return type.startsWith("application/problem+json") && !INSIDE.matcher(body).find();
  }

  @Override
  public String toString() {
    return status + " " + type + " " + body.substring(0, Math.min(300, body.length()));
  }
}
