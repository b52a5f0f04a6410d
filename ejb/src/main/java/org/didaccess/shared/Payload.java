package org.didaccess.shared;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

/** The exact text that is authorised: one JSON object, made once. */
public final class Payload {

  private final JsonObjectBuilder object = Json.createObjectBuilder();

  /** Adds an id. */
  public Payload with(String key, UUID id) {
    object.add(key, id.toString());
    return this;
  }

  /** Adds a text; a null one is left out. */
  public Payload with(String key, String text) {
    if (text != null) {
      object.add(key, text);
    }
    return this;
  }

  /** Adds a number. */
  public Payload with(String key, int number) {
    object.add(key, number);
    return this;
  }

  /** Adds a flag. */
  public Payload with(String key, boolean flag) {
    object.add(key, flag);
    return this;
  }

  /** Adds a date. */
  public Payload with(String key, LocalDate date) {
    object.add(key, date.toString());
    return this;
  }

  /** Adds a list of texts or ids. */
  public Payload with(String key, Collection<?> values) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    values.forEach(value -> list.add(value.toString()));
    object.add(key, list);
    return this;
  }

  /** Adds a list of objects. */
  public Payload withAll(String key, Collection<Payload> values) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    values.forEach(value -> list.add(value.object));
    object.add(key, list);
    return this;
  }

  /** The object, for the audit trail. */
  public JsonObject json() {
    return object.build();
  }

  /** The text. */
  public String text() {
    return json().toString();
  }
}
