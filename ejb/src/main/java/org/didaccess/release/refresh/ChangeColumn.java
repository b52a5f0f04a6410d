package org.didaccess.release.refresh;

import java.util.List;
import java.util.stream.Stream;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.ReleaseColumn;

/** The column that a refresh of changes has before the approved fields: what became of the row. */
public final class ChangeColumn {

  /** Its name in the files. */
  public static final String NAME = "CHANGE";

  /** What it means, for the recipient. */
  public static final String MEANING =
      "What became of the record since the refresh before: added, changed (the row replaces the"
          + " former one), or removed (every field but its token is empty).";

  private ChangeColumn() {}

  /** Whether this is the column. */
  public static boolean isIt(ReleaseColumn column) {
    return NAME.equals(column.name());
  }

  /** The columns of the files of changes. */
  public static List<ReleaseColumn> before(List<ReleaseColumn> columns) {
    return Stream.concat(
            Stream.of(new ReleaseColumn("change", NAME, ColumnKind.TEXT)), columns.stream())
        .toList();
  }
}
