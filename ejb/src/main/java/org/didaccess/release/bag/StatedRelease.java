package org.didaccess.release.bag;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.release.ExtractReference;
import org.didaccess.release.RefreshContent;

/**
 * Which release a package is by its own proof; to be believed as far as the package is.
 *
 * @param run id of the release; empty where it states none
 * @param release reference of the release; empty where it states none
 * @param agreement reference of the agreement; empty where it states none
 * @param changesSince reference of the release that these changes follow on; empty where it is
 *     whole
 */
public record StatedRelease(String run, String release, String agreement, String changesSince) {

  /** Of a package without a proof. */
  static final StatedRelease NONE = new StatedRelease("", "", "", "");

  /** What a proof states; a part that is missing or of a wrong kind is empty. */
  static StatedRelease in(JsonObject proof) {
    String run = proof.getString("run", "");
    return new StatedRelease(
        run,
        id(run).map(ExtractReference::of).orElse(""),
        part(proof, "agreement").map(it -> it.getString("reference", "")).orElse(""),
        part(proof, "refresh")
            .filter(it -> RefreshContent.CHANGES.code().equals(it.getString("content", "")))
            .map(it -> it.getString("base", ""))
            .orElse(""));
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static Optional<JsonObject> part(JsonObject proof, String name) {
    return Optional.ofNullable(proof.get(name))
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast);
  }

  /** In a sentence or two. */
  public String sentence() {
    String named = "Release " + release + " under agreement " + agreement + ".";
    return changesSince.isEmpty()
        ? named
        : named + " It holds nothing but changes since release " + changesSince + ".";
  }
}
