package org.didaccess.application.domain;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Answers as one JSON object, with the questions in order: how a frozen version keeps them. */
final class AnswerText {

  private AnswerText() {}

  static String write(Map<String, String> answers) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    new TreeMap<>(answers).forEach(object::add);
    return object.build().toString();
  }

  static Map<String, String> read(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      Map<String, String> answers = new HashMap<>();
      JsonObject object = reader.readObject();
      object.keySet().forEach(question -> answers.put(question, object.getString(question)));
      return answers;
    }
  }
}
