package org.didaccess.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Narrows what each published count of a table can be: every sum bounds its members, and they bound
 * the sum, until nothing changes. Of a hidden cell it is known whether it is smaller than the
 * smallest that is shown.
 */
final class NarrowedCounts {
  private static final int SMALLEST = 8;
  private static final int ANY = 1_000_000;

  private final Map<String, int[]> bounds = new TreeMap<>();
  private final Map<String, List<String>> sums = new TreeMap<>();
  private final List<String> hidden = new ArrayList<>();

  /** The true table, and lines of {@code kind|gender|modality|count} that were published of it. */
  NarrowedCounts(int[][] table, List<String> lines) {
    for (int gender = 0; gender < table.length; gender++) {
      for (int modality = 0; modality < table[gender].length; modality++) {
        if (table[gender][modality] > 0) {
          cell(gender + 1, modality + 1);
        }
      }
    }
    read(lines, place -> table[place[0] - 1][place[1] - 1] < SMALLEST);
  }

  private NarrowedCounts() {}

  /** The same of counts by the second field alone. */
  static NarrowedCounts ofOneField(int[][] table, List<String> lines) {
    NarrowedCounts counts = new NarrowedCounts();
    int[] line = new int[table[0].length];
    for (int[] row : table) {
      for (int i = 0; i < line.length; i++) {
        line[i] += row[i];
      }
    }
    for (int i = 0; i < line.length; i++) {
      if (line[i] > 0) {
        counts.sum("ALL|-|0", "cell|-|" + (i + 1));
      }
    }
    counts.read(lines, place -> line[place[1] - 1] < SMALLEST);
    return counts;
  }

  private void cell(int gender, int modality) {
    String cell = "cell|" + gender + "|" + modality;
    String row = "GENDER_DESCRIPTION|" + gender + "|0";
    String column = "MODALITY|-|" + modality;
    sum(row, cell);
    sum(column, cell);
    sum("ALL|-|0 by gender", row);
    sum("ALL|-|0 by modality", column);
  }

  private void sum(String total, String member) {
    List<String> members = sums.computeIfAbsent(total, t -> new ArrayList<>());
    if (!members.contains(member)) {
      members.add(member);
    }
  }

  private interface IsSmall {
    boolean of(int... place);
  }

  private void read(List<String> lines, IsSmall small) {
    for (String line : lines) {
      int stop = line.lastIndexOf('|');
      String place = line.substring(0, stop);
      String count = line.substring(stop + 1);
      if (!"*".equals(count)) {
        int shown = Integer.parseInt(count);
        bounds.put(place, new int[] {Math.max(SMALLEST, shown - 2), shown + 2});
      } else {
        hidden.add(place);
        bounds.put(place, place.startsWith("cell") ? ofHidden(place, small) : new int[] {1, ANY});
      }
    }
  }

  private static int[] ofHidden(String place, IsSmall small) {
    String[] parts = place.split("\\|", 3);
    int gender = "-".equals(parts[1]) ? 0 : Integer.parseInt(parts[1]);
    return small.of(gender, Integer.parseInt(parts[2]))
        ? new int[] {1, SMALLEST - 1}
        : new int[] {SMALLEST, ANY};
  }

  /** Hidden counts that only one value explains. */
  List<String> pinned() {
    boolean narrower = true;
    while (narrower) {
      narrower = false;
      for (Map.Entry<String, List<String>> sum : sums.entrySet()) {
        narrower |= narrow(bounds.get(sum.getKey().split(" ", 2)[0]), sum.getValue());
      }
    }
    return hidden.stream().filter(p -> bounds.get(p)[0] == bounds.get(p)[1]).toList();
  }

  private boolean narrow(int[] total, List<String> members) {
    int least = members.stream().mapToInt(m -> bounds.get(m)[0]).sum();
    int most = members.stream().mapToInt(m -> Math.min(ANY, bounds.get(m)[1])).sum();
    boolean narrower = narrow(total, least, most);
    for (String member : members) {
      int[] own = bounds.get(member);
      narrower |= narrow(own, total[0] - (most - own[1]), total[1] - (least - own[0]));
    }
    return narrower;
  }

  private static boolean narrow(int[] own, int least, int most) {
    boolean narrower = least > own[0] || most < own[1];
    own[0] = Math.max(own[0], least);
    own[1] = Math.min(own[1], most);
    return narrower;
  }
}
