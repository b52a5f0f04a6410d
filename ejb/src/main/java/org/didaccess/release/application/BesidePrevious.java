package org.didaccess.release.application;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.didaccess.release.MonthChange;
import org.didaccess.release.MonthRows;
import org.didaccess.release.domain.Extract;

/**
 * A release beside the one that its recipient got before. Lines of changes are no rows of a month:
 * where one of the two has them, what the recipient holds with each is laid side by side instead.
 *
 * @param previous reference of the release before; null where months are not compared
 * @param changes each month beside that release
 * @param messages what is told in their place
 */
record BesidePrevious(String previous, List<MonthChange> changes, List<String> messages) {

  /** Beside nothing. */
  static final BesidePrevious NONE = new BesidePrevious(null, List.of(), List.of());

  static BesidePrevious of(
      Extract extract, Extract before, Function<Extract, List<MonthRows>> months) {
    return extract.isOfChanges() || before.isOfChanges()
        ? ofWhatIsHeld(extract, before)
        : new BesidePrevious(
            before.reference(), changes(months.apply(before), months.apply(extract)), List.of());
  }

  private static BesidePrevious ofWhatIsHeld(Extract extract, Extract before) {
    return new BesidePrevious(
        null,
        List.of(),
        List.of(
            "With it the recipient has %d rows; with release %s they had %d."
                .formatted(extract.rowsHeld(), before.reference(), before.rowsHeld())));
  }

  private static List<MonthChange> changes(List<MonthRows> before, List<MonthRows> now) {
    Map<YearMonth, Long> old = MonthRows.byMonth(before);
    Map<YearMonth, Long> present = MonthRows.byMonth(now);
    return Stream.concat(old.keySet().stream(), present.keySet().stream())
        .distinct()
        .sorted()
        .map(
            month ->
                new MonthChange(
                    month, old.getOrDefault(month, 0L), present.getOrDefault(month, 0L)))
        .toList();
  }
}
