package org.didaccess.rest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;

/** The body of one operation, as the description has it. */
record BodySchema(JsonObject document, JsonObject schema) {

  BodySchema(Operation operation) {
    this(Operation.document(), ofBody(operation));
  }

  private static JsonObject ofBody(Operation operation) {
    return operation
        .description()
        .getJsonObject("requestBody")
        .getJsonObject("content")
        .getJsonObject("application/json")
        .getJsonObject("schema");
  }

  /** For each property one body in which it alone has a value of another type. */
  List<String> withWrongTypes() {
    return resolved(schema)
        .getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT)
        .asJsonObject()
        .entrySet()
        .stream()
        .flatMap(
            property ->
                wrongValues(resolved(property.getValue().asJsonObject()))
                    .map(
                        value ->
                            Json.createObjectBuilder()
                                .add(property.getKey(), value)
                                .build()
                                .toString()))
        .toList();
  }

  private Stream<JsonValue> wrongValues(JsonObject property) {
    JsonValue object = Json.createObjectBuilder().add("nosuchname", 1).build();
    return types(property).contains("object")
        ? Stream.of(Json.createValue(7), Json.createValue("word"), JsonValue.EMPTY_JSON_ARRAY)
        : types(property).contains("array")
            ? Stream.of(Json.createValue(7), Json.createValue("word"), object)
            : Stream.of(JsonValue.EMPTY_JSON_ARRAY, object);
  }

  private static List<String> types(JsonObject property) {
    JsonValue type = property.getOrDefault("type", Json.createValue("object"));
    return type instanceof JsonArray several
        ? several.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList()
        : List.of(((JsonString) type).getString());
  }

  private JsonObject resolved(JsonObject given) {
    if (!given.containsKey("$ref")) {
      return given;
    }
    String name = given.getString("$ref").replaceFirst(".*/", "");
    return document.getJsonObject("components").getJsonObject("schemas").getJsonObject(name);
  }
}
