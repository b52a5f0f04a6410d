package org.didaccess.audit.application;

import jakarta.json.Json;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.didaccess.audit.domain.SignedCheckpoint;
import org.didaccess.audit.domain.TrailSource;

/**
 * Writes the trail as JSON lines: a line a row in the order of the tree, and as the last line the
 * signed checkpoint of exactly these rows, so that a cut-off end shows.
 */
public final class TrailExport {

  static final String CLOSING = "checkpoint";
  private static final int PAGE = 5_000;

  private final TrailSource trail;

  public TrailExport(TrailSource trail) {
    this.trail = trail;
  }

  /**
   * Writes the rows that a checkpoint covers, in constant memory.
   *
   * @throws IOException when the writer fails
   */
  public void write(SignedCheckpoint closing, Writer out) throws IOException {
    long size = closing.checkpoint().size();
    long next = 0;
    while (next < size) {
      List<String> lines = trail.lines(next, (int) Math.min(PAGE, size - next));
      if (lines.isEmpty()) {
        throw new IOException("The audit trail ended at row " + next + " of " + size + ".");
      }
      for (String line : lines) {
        out.write(line);
        out.write('\n');
      }
      next += lines.size();
    }
    out.write(Json.createObjectBuilder().add(CLOSING, closing.note()).build().toString());
    out.write('\n');
    out.flush();
  }
}
