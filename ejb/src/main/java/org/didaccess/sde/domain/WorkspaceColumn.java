package org.didaccess.sde.domain;

import java.util.Locale;
import java.util.regex.Pattern;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.ReleaseColumn;

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

  /** The column that takes what leaves as this one. */
  public static WorkspaceColumn of(ReleaseColumn column) {
    return new WorkspaceColumn(column.name().toLowerCase(Locale.ROOT), type(column.kind()));
  }

  private static Type type(ColumnKind kind) {
    return switch (kind) {
      case INTEGER, LARGE_INTEGER -> Type.BIGINT;
      case NUMBER -> Type.NUMERIC;
      case DATE -> Type.DATE;
      case BOOLEAN -> Type.BOOLEAN;
      case PERSON_TOKEN, RECORD_TOKEN, TEXT, LABEL -> Type.TEXT;
    };
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
