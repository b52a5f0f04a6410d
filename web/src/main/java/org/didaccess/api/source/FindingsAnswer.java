package org.didaccess.api.source;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.didaccess.shared.UnnamedFile;

/**
 * Every finding of a file as CSV. The answer begins only when the work is done and did not fail;
 * until then the lines wait on disk, and are gone after it.
 */
final class FindingsAnswer implements StreamingOutput {

  private final UnnamedFile lines;

  private FindingsAnswer(UnnamedFile lines) {
    this.lines = lines;
  }

  static FindingsAnswer open() {
    try {
      return new FindingsAnswer(UnnamedFile.open());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Does the work that finds. */
  <R> R of(Function<OutputStream, R> work) {
    boolean done = false;
    try {
      R result = work.apply(lines.out());
      done = true;
      return result;
    } finally {
      if (!done) {
        close();
      }
    }
  }

  private void close() {
    try {
      lines.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void write(OutputStream out) throws IOException {
    try (lines) {
      lines.content().transferTo(out);
    }
  }
}
