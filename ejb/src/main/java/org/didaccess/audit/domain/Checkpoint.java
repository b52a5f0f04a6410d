package org.didaccess.audit.domain;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * What a checkpoint says: at this time the tree had this size and this root.
 *
 * @param origin whose tree it is; the signer's name
 * @param size number of rows in the tree
 * @param root the RFC 6962 root over the rows' hashes, 32 bytes
 * @param time when it was signed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by text(), never by equals
public record Checkpoint(String origin, long size, byte[] root, Instant time) {

  private static final String TIME = "time ";

  /** The text that is signed: origin, size, root and time, each on a line of its own. */
  public String text() {
    return origin
        + "\n"
        + size
        + "\n"
        + Base64.getEncoder().encodeToString(root)
        + "\n"
        + TIME
        + time
        + "\n";
  }

  byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  static Checkpoint parse(String text) throws MalformedCheckpointException {
    String[] lines = text.split("\n", -1);
    if (lines.length != 5 || !lines[3].startsWith(TIME) || !lines[4].isEmpty()) {
      throw new MalformedCheckpointException(
          "A checkpoint has four lines: origin, size, root, time.");
    }
    try {
      return new Checkpoint(
          lines[0],
          Long.parseLong(lines[1]),
          Base64.getDecoder().decode(lines[2]),
          Instant.parse(lines[3].substring(TIME.length())));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new MalformedCheckpointException(
          "The checkpoint's size, root or time cannot be read.", e);
    }
  }
}
