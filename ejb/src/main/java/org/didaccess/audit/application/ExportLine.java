package org.didaccess.audit.application;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.didaccess.audit.domain.AuditRow;
import org.didaccess.audit.domain.MalformedCheckpointException;
import org.didaccess.audit.domain.SignedCheckpoint;

/** One line of an export: a row, or the closing checkpoint. */
final class ExportLine {

  private final JsonObject json;

  private ExportLine(JsonObject json) {
    this.json = json;
  }

  static ExportLine parse(String line) throws MalformedExportException {
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      return new ExportLine(reader.readObject());
    } catch (JsonException | IllegalStateException e) {
      throw new MalformedExportException("is not a JSON object", e);
    }
  }

  boolean isClosing() {
    return json.containsKey(TrailExport.CLOSING);
  }

  SignedCheckpoint closing() throws MalformedExportException {
    try {
      return SignedCheckpoint.parse(json.getString(TrailExport.CLOSING));
    } catch (ClassCastException | MalformedCheckpointException e) {
      throw new MalformedExportException("holds a damaged checkpoint", e);
    }
  }

  AuditRow row() throws MalformedExportException {
    try {
      return new AuditRow(
          json.getJsonNumber("leaf").longValueExact(),
          json.getString("kind"),
          json.getString("id"),
          json.getJsonNumber("seq").longValueExact(),
          json.getString("at"),
          json.getString("origin"),
          json.isNull("actor") ? null : json.getString("actor"),
          json.getString("act"),
          json.getString("body"),
          json.getString("prev"),
          json.getString("hash"));
    } catch (NullPointerException | ClassCastException | ArithmeticException e) {
      throw new MalformedExportException("is not a row of the trail", e);
    }
  }

  /** A line that is neither a row nor a checkpoint. */
  static final class MalformedExportException extends Exception {
    MalformedExportException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
