package org.didaccess.rest;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;

/** Sends cohort files as a data manager, for tests of whole journeys. */
public final class CohortUpload {

  private CohortUpload() {}

  /** The report, or the problem where the file was refused. */
  public static JsonObject answer(String agreement, String file) {
    return Who.DATA_MANAGER
        .caller()
        .send(
            Call.of("POST", "/agreements/" + agreement + "/cohort")
                .with("text/csv", file.getBytes(StandardCharsets.UTF_8)))
        .object();
  }

  /** Whether the agreement has one that a data manager sees. */
  public static boolean isKnown(String agreement) {
    return Who.DATA_MANAGER.caller().get("/agreements/" + agreement + "/cohort").status() == 200;
  }
}
