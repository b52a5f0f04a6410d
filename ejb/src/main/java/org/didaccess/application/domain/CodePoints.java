package org.didaccess.application.domain;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;

/** The order of texts that the database's collation "C" has too: by code point. */
final class CodePoints implements Comparator<String>, Serializable {

  /** The one instance. */
  static final CodePoints ORDER = new CodePoints();

  private static final long serialVersionUID = 1L;

  private CodePoints() {}

  @Override
  public int compare(String left, String right) {
    int[] a = left.codePoints().toArray();
    int[] b = right.codePoints().toArray();
    return Arrays.compare(a, b);
  }
}
