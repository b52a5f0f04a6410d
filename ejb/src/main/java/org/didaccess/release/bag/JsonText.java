package org.didaccess.release.bag;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;

/** JSON files of a bag: indented, UTF-8. */
final class JsonText {

  private JsonText() {}

  static byte[] write(JsonObject object) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonWriter writer =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true)).createWriter(bytes)) {
      writer.writeObject(object);
    }
    bytes.write('\n');
    return bytes.toByteArray();
  }

  /**
   * The object, or nothing where the text is not one. What is nested too deep or has a number too
   * long is none either: the parser says so by exceptions of its own that have no common name.
   */
  static Optional<JsonObject> read(byte[] content) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(content))) {
      return Optional.of(reader.readObject());
    } catch (RuntimeException malformed) {
      return Optional.empty();
    }
  }
}
