package org.didaccess.web.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.didaccess.shared.UnnamedFile;

/**
 * The findings of the file that a person checked last: the first are shown, all can be sent. They
 * lie on disk, so that a page stays small, and are gone with the page.
 */
final class KeptFindings implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 100;

  /** What lies on this server's disk does not move to another with the session. */
  private transient UnnamedFile lines;

  /** Takes the findings of another file in the place of those before. */
  OutputStream anew() throws IOException {
    forget();
    lines = UnnamedFile.open();
    return lines.out();
  }

  /** The header and the first findings; nothing where there are none. */
  List<String> first() {
    if (lines == null) {
      return List.of();
    }
    try {
      List<String> first =
          new BufferedReader(new InputStreamReader(lines.content(), StandardCharsets.UTF_8))
              .lines()
              .limit(SHOWN + 1L)
              .toList();
      return first.size() > 1 ? first : List.of();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  boolean areGone() {
    return lines == null;
  }

  void sendTo(OutputStream out) throws IOException {
    lines.content().transferTo(out);
  }

  void forget() {
    try {
      if (lines != null) {
        lines.close();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      lines = null;
    }
  }
}
