package org.didaccess.web.source;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Keeps the first lines of what is written to it and forgets the rest, so that a page stays small.
 */
final class FirstLines extends OutputStream {

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final int most;
  private int lines;

  FirstLines(int most) {
    this.most = most;
  }

  @Override
  public void write(int octet) {
    if (lines < most) {
      kept.write(octet);
      lines += octet == '\n' ? 1 : 0;
    }
  }

  List<String> lines() {
    return kept.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
