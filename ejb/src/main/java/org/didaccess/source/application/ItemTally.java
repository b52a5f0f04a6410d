package org.didaccess.source.application;

import java.util.Arrays;
import java.util.List;
import org.didaccess.source.ItemQuality;
import org.didaccess.source.domain.Item;
import org.didaccess.source.domain.Rule;
import org.didaccess.source.domain.SubmittedRecord;

/**
 * Counts, for each item, the values that were sent and those that no rule doubts. A key that stands
 * twice in a file is known only at its end, and counts by its rule alone.
 */
final class ItemTally {

  private static final Item[] ITEMS = Item.values();

  private final long[] filled = new long[Item.COUNT];
  private final long[] valid = new long[Item.COUNT];
  private final boolean[] doubted = new boolean[Item.COUNT];

  /** Counts one record with the rules that it breaks. */
  void add(SubmittedRecord submitted, List<Rule> broken) {
    Arrays.fill(doubted, false);
    for (Rule rule : broken) {
      for (Item item : rule.items()) {
        doubted[item.column()] = true;
      }
    }
    for (Item item : ITEMS) {
      int column = item.column();
      if (submitted.has(item)) {
        filled[column]++;
        valid[column] += doubted[column] ? 0 : 1;
      }
    }
  }

  /** Adds what another one counted. */
  void add(ItemTally other) {
    for (int column = 0; column < Item.COUNT; column++) {
      filled[column] += other.filled[column];
      valid[column] += other.valid[column];
    }
  }

  /** The counts, in the order of a record. */
  List<ItemQuality> counts() {
    return Arrays.stream(ITEMS)
        .map(
            item ->
                new ItemQuality(
                    item.column(),
                    item.title(),
                    item.label(),
                    filled[item.column()],
                    valid[item.column()]))
        .toList();
  }
}
