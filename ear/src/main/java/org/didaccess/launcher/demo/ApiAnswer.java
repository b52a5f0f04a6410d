package org.didaccess.launcher.demo;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * What the REST interface answered.
 *
 * @param status the HTTP status
 * @param tag the ETag to send back in If-Match, or null
 * @param contentType the media type, empty where there is no body
 * @param body the text
 */
record ApiAnswer(int status, String tag, String contentType, String body) {

  static ApiAnswer of(HttpResponse<String> response) {
    return new ApiAnswer(
        response.statusCode(),
        response.headers().firstValue("ETag").orElse(null),
        response.headers().firstValue("Content-Type").orElse(""),
        response.body());
  }

  boolean ok() {
    return status >= 200 && status < 300;
  }

  JsonObject object() {
    return structure().asJsonObject();
  }

  JsonArray array() {
    return structure().asJsonArray();
  }

  /** The sentence of a problem, where the body is one. */
  Optional<JsonObject> problem() {
    return contentType.contains("json") && !body.isEmpty()
        ? Optional.of(object())
        : Optional.empty();
  }

  private JsonStructure structure() {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.read();
    }
  }
}
