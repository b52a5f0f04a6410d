package org.didaccess.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tries every table of two by two counts that would have been published as this one was. */
final class TwoByTwo {
  private static final int SMALLEST = 8;
  private static final int HIGHEST = 40;

  private final Map<String, int[]> bounds = new TreeMap<>();
  private final Map<String, Boolean> hidden = new TreeMap<>();

  /** Lines of {@code kind|gender|modality|count}. */
  TwoByTwo(List<String> lines) {
    for (String line : lines) {
      int stop = line.lastIndexOf('|');
      String count = line.substring(stop + 1);
      String place = line.substring(0, stop);
      hidden.put(place, count.equals("*"));
      bounds.put(
          place, count.equals("*") ? new int[] {1, 4 * HIGHEST} : around(Integer.parseInt(count)));
    }
  }

  /** Hidden counts that only one value explains. */
  List<String> pinned() {
    Map<String, TreeMap<Integer, Integer>> possible = new TreeMap<>();
    int[] a = bounds.get("cell|1|1");
    int[] b = bounds.get("cell|1|2");
    int[] c = bounds.get("cell|2|1");
    int[] d = bounds.get("cell|2|2");
    for (int w = a[0]; w <= Math.min(a[1], HIGHEST); w++) {
      for (int x = b[0]; x <= Math.min(b[1], HIGHEST); x++) {
        for (int y = c[0]; y <= Math.min(c[1], HIGHEST); y++) {
          for (int z = d[0]; z <= Math.min(d[1], HIGHEST); z++) {
            Map<String, Integer> table = table(w, x, y, z);
            if (table.entrySet().stream()
                .allMatch(e -> within(e.getValue(), bounds.get(e.getKey())))) {
              table.forEach(
                  (place, value) ->
                      possible
                          .computeIfAbsent(place, p -> new TreeMap<>())
                          .merge(value, 1, Integer::sum));
            }
          }
        }
      }
    }
    List<String> pinned = new ArrayList<>();
    possible.forEach(
        (place, values) -> {
          if (hidden.get(place) && values.size() < 2) {
            pinned.add(place + "=" + values.firstKey());
          }
        });
    return pinned;
  }

  private static Map<String, Integer> table(int w, int x, int y, int z) {
    return Map.of(
        "cell|1|1", w,
        "cell|1|2", x,
        "cell|2|1", y,
        "cell|2|2", z,
        "GENDER_DESCRIPTION|1|0", w + x,
        "GENDER_DESCRIPTION|2|0", y + z,
        "MODALITY|-|1", w + y,
        "MODALITY|-|2", x + z,
        "ALL|-|0", w + x + y + z);
  }

  private static int[] around(int rounded) {
    return new int[] {Math.max(SMALLEST, rounded - 2), rounded + 2};
  }

  private static boolean within(int value, int[] range) {
    return value >= range[0] && value <= range[1];
  }
}
