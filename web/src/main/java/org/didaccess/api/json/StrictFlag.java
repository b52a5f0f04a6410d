package org.didaccess.api.json;

import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;

/**
 * Reads {@code true} and {@code false}. Any other word would otherwise count as false: a condition
 * that must be met first would become one that need not.
 */
public class StrictFlag implements JsonbDeserializer<Boolean> {

  @Override
  public Boolean deserialize(JsonParser parser, DeserializationContext context, Type type) {
    JsonValue.ValueType kind = parser.getValue().getValueType();
    if (kind == JsonValue.ValueType.TRUE || kind == JsonValue.ValueType.FALSE) {
      return kind == JsonValue.ValueType.TRUE;
    }
    throw new JsonbException("neither true nor false");
  }
}
