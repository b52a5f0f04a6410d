package org.didaccess.sde.domain;

import java.util.regex.Pattern;

/**
 * A column of a workspace's table.
 *
 * @param name lower-case, as the analyst writes it
 * @param type its PostgreSQL type
 */
public record WorkspaceColumn(String name, Type type) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  /** Refuses anything that is not a plain lower-case identifier. */
  public WorkspaceColumn {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a column name: " + name);
    }
  }

  /** The types that released values have. */
  public enum Type {
    TEXT,
    BIGINT,
    NUMERIC,
    DATE,
    BOOLEAN
  }
}
