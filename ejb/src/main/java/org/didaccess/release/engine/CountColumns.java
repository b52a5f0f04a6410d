package org.didaccess.release.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns that the guard adds to the approved fields where it opens counts and not rows. */
public final class CountColumns {

  /** How many events a count is of. */
  public static final String EVENTS = "EVENTS";

  /** Over which field a total was made. */
  public static final String TOTAL_OF = "TOTAL_OF";

  /** Their names. */
  public static final Set<String> NAMES = Set.of(EVENTS, TOTAL_OF);

  private static final Map<String, String> MEANING =
      Map.of(
          EVENTS,
          "Number of events, rounded to the nearest 5. Empty where it was suppressed: because it is"
              + " small, or because it would give a small one away.",
          TOTAL_OF,
          "Empty for a count by every field. Otherwise the row is a total: by the field that is named"
              + " here, the other fields being empty, or of all events where it says ALL.");

  private CountColumns() {}

  /** Whether these columns hold counts. */
  static boolean areIn(List<ReleaseColumn> columns) {
    return columns.stream().anyMatch(CountColumns::isOne);
  }

  /** Whether this column came with the counts, and is no field of the catalogue. */
  public static boolean isOne(ReleaseColumn column) {
    return NAMES.contains(column.name());
  }

  /** What the column means, in a sentence for the recipient. */
  public static String meaning(ReleaseColumn column) {
    return MEANING.get(column.name());
  }
}
