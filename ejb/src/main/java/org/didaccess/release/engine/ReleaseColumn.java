package org.didaccess.release.engine;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A column that leaves.
 *
 * @param source the column of the opened view that it is read from
 * @param name the name that the recipient sees
 * @param kind how it is read and written
 * @param labels words by code, where the column has a value list; a {@link ColumnKind#LABEL} leaves
 *     as these words
 */
public record ReleaseColumn(
    String source, String name, ColumnKind kind, Map<String, String> labels) {

  private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  /** Refuses anything that is not a plain lower-case identifier: the source stands in a COPY. */
  public ReleaseColumn {
    labels = Map.copyOf(labels);
    if (!IDENTIFIER.matcher(source).matches()) {
      throw new IllegalArgumentException("Not a column of the opened view: " + source);
    }
  }

  /** A column that needs no dictionary. */
  public ReleaseColumn(String source, String name, ColumnKind kind) {
    this(source, name, kind, Map.of());
  }
}
