package org.didaccess.rest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Set;
import java.util.TreeSet;

/** References from one place of a document to another. */
final class References {
  private References() {}

  static Set<String> in(JsonValue value) {
    Set<String> found = new TreeSet<>();
    collect(value, found);
    return found;
  }

  private static void collect(JsonValue value, Set<String> found) {
    if (value instanceof JsonObject object) {
      if (object.containsKey("$ref")) {
        found.add(object.getString("$ref"));
      }
      object.values().forEach(child -> collect(child, found));
    } else if (value instanceof JsonArray array) {
      array.forEach(child -> collect(child, found));
    }
  }

  /** What the reference leads to, or null. */
  static JsonValue target(JsonObject document, String reference) {
    String pointer = reference.substring(1);
    return Json.createPointer(pointer).containsValue(document)
        ? Json.createPointer(pointer).getValue(document)
        : null;
  }
}
