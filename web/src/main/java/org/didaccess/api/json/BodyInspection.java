package org.didaccess.api.json;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a body once from its beginning to its end before anything is made of it. The binding skips
 * what it does not know, and on a body that ends in the middle it would do so for ever; it takes
 * the last of two values with one name; and it lets through what the database cannot store.
 */
final class BodyInspection {

  private static final int DEEPEST = 16;
  private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,60}");

  /** The names of the objects around the present place; null for a list. */
  private final Deque<Level> around = new ArrayDeque<>();

  private record Level(Set<String> names) {}

  private BodyInspection() {}

  /**
   * Demands one well-formed object in UTF-8.
   *
   * @throws UnreadableBody with what to do
   */
  static void demandReadable(byte[] body) {
    try (JsonParser parser = Json.createParser(new StringReader(text(body)))) {
      new BodyInspection().read(parser);
    } catch (JsonParsingException malformed) {
      throw new UnreadableBody(
          "The body is not well-formed JSON near line %d, column %d. Correct it and send it again."
              .formatted(
                  Math.max(1, malformed.getLocation().getLineNumber()),
                  Math.max(1, malformed.getLocation().getColumnNumber())));
    }
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException malformed) {
      throw new UnreadableBody("The body is not UTF-8. Send JSON in UTF-8.");
    }
  }

  private void read(JsonParser parser) {
    demand(
        parser.hasNext() && parser.next() == Event.START_OBJECT,
        "Send one JSON object, as the OpenAPI description says.");
    open(true);
    while (parser.hasNext()) {
      take(parser.next(), parser);
    }
    demand(around.isEmpty(), "The body ends in the middle. Send all of it.");
  }

  private void take(Event event, JsonParser parser) {
    switch (event) {
      case START_OBJECT -> open(true);
      case START_ARRAY -> open(false);
      case END_OBJECT, END_ARRAY -> around.pop();
      case KEY_NAME -> name(parser.getString());
      case VALUE_STRING -> storable(parser.getString());
      case VALUE_NULL ->
          demand(
              around.element().names() != null,
              "A list holds a null. Leave the entry out, or give it a value.");
      default -> {
        // a number or a flag stands for itself
      }
    }
  }

  private void open(boolean object) {
    demand(around.size() < DEEPEST, "The JSON is nested too deeply. Send what is described.");
    around.push(new Level(object ? new HashSet<>() : null));
  }

  private void name(String name) {
    storable(name);
    demand(
        around.element().names().add(name),
        (SAFE_NAME.matcher(name).matches() ? name : "A name")
            + " is given twice. Give each name once.");
  }

  /** The database stores neither the character nought nor half of a surrogate pair. */
  private static void storable(String text) {
    demand(
        text.indexOf(0) < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text),
        "A text holds a character that cannot be stored. Take it out and send it again.");
  }

  private static void demand(boolean holds, String otherwise) {
    if (!holds) {
      throw new UnreadableBody(otherwise);
    }
  }
}
