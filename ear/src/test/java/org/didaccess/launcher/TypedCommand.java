package org.didaccess.launcher;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What a command typed at the command line answered.
 *
 * @param exitCode its exit code
 * @param printed its output
 * @param told its messages
 */
record TypedCommand(int exitCode, String printed, String told) {

  private static final String CHECKOUT = "did.checkout";

  /** Runs it as if the project stood in that folder, so that it finds no other data folder. */
  static TypedCommand in(Path project, String... arguments) {
    String checkout = System.getProperty(CHECKOUT);
    PrintStream output = System.out;
    PrintStream messages = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    System.setProperty(CHECKOUT, project.toString());
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
    try {
      int exitCode = Did.commandLine().execute(arguments);
      return new TypedCommand(
          exitCode,
          printed.toString(StandardCharsets.UTF_8),
          told.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(output);
      System.setErr(messages);
      System.setProperty(CHECKOUT, checkout);
    }
  }

  JsonObject json() {
    try (JsonReader reader = Json.createReader(new StringReader(printed))) {
      return reader.readObject();
    }
  }
}
