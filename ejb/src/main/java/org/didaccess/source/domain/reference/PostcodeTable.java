package org.didaccess.source.domain.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.didaccess.source.domain.reference.Timeline.Period;

/**
 * Where each postcode lay on each day, for the whole country in little memory: some 20 bytes a
 * period, where a map of timelines would take ten times as much of the 2.7 million postcodes.
 *
 * <p>A postcode in capitals without spaces is a number in base 37. It shares a word with the place
 * of its period, so that one sorted array finds all periods of a postcode side by side.
 */
public final class PostcodeTable {

  private static final int LONGEST = 7;
  private static final int BASE = 37;
  private static final int PLACE_BITS = 24;
  private static final long PLACE_MASK = (1L << PLACE_BITS) - 1;
  private static final long NO_POSTCODE = -1;
  private static final int UNBOUNDED = Integer.MAX_VALUE;
  private static final LocalDate LONG_AGO = LocalDate.of(1800, 1, 1);

  private final long[] postcodes;
  private final int[] from;
  private final int[] until;
  private final int[] areaOf;
  private final List<Area> areas;

  private PostcodeTable(Builder built) {
    this.postcodes = Arrays.copyOf(built.postcodes, built.size);
    this.from = Arrays.copyOf(built.from, built.size);
    this.until = Arrays.copyOf(built.until, built.size);
    this.areaOf = Arrays.copyOf(built.areaOf, built.size);
    this.areas = built.areas.keySet().stream().sorted(built.byPlace()).toList();
    Arrays.parallelSort(postcodes);
  }

  /** Whether it was ever in use. */
  public boolean knows(String compactPostcode) {
    long code = code(compactPostcode);
    int first = firstOf(code);
    return code != NO_POSTCODE && first < postcodes.length && isOf(code, first);
  }

  /** Whether it was in use on that day. */
  public boolean isLiveOn(String compactPostcode, LocalDate day) {
    return timeline(compactPostcode).isLiveOn(day);
  }

  /** Where it lay on that day, or when it was last in use before it. */
  public Area areaOn(String compactPostcode, LocalDate day) {
    return timeline(compactPostcode).lastOn(day).orElse(Area.NONE);
  }

  /** All postcodes, sorted. */
  public Collection<String> all() {
    Collection<String> all = new TreeSet<>();
    for (long packed : postcodes) {
      all.add(text(packed >>> PLACE_BITS));
    }
    return all;
  }

  private Timeline<Area> timeline(String compactPostcode) {
    long code = code(compactPostcode);
    List<Period<Area>> periods = new ArrayList<>(2);
    if (code != NO_POSTCODE) {
      for (int at = firstOf(code); at < postcodes.length && isOf(code, at); at++) {
        int place = (int) (postcodes[at] & PLACE_MASK);
        periods.add(
            new Period<>(
                LocalDate.ofEpochDay(from[place]),
                until[place] == UNBOUNDED ? null : LocalDate.ofEpochDay(until[place]),
                areas.get(areaOf[place])));
      }
    }
    return new Timeline<>(periods);
  }

  private int firstOf(long code) {
    int found = Arrays.binarySearch(postcodes, code << PLACE_BITS);
    return found >= 0 ? found : -found - 1;
  }

  private boolean isOf(long code, int at) {
    return postcodes[at] >>> PLACE_BITS == code;
  }

  /** The postcode as a number; {@link #NO_POSTCODE} where it holds what no postcode does. */
  private static long code(String compactPostcode) {
    if (compactPostcode.isEmpty() || compactPostcode.length() > LONGEST) {
      return NO_POSTCODE;
    }
    long code = 0;
    for (int at = 0; at < compactPostcode.length(); at++) {
      int digit = digit(compactPostcode.charAt(at));
      if (digit == 0) {
        return NO_POSTCODE;
      }
      code = code * BASE + digit;
    }
    return code;
  }

  /** From 1, so that no postcode begins like a shorter one padded; 0 is no letter or digit. */
  private static int digit(char letter) {
    if (letter >= '0' && letter <= '9') {
      return letter - '0' + 1;
    }
    return letter >= 'A' && letter <= 'Z' ? letter - 'A' + 11 : 0;
  }

  private static String text(long code) {
    StringBuilder text = new StringBuilder();
    for (long rest = code; rest > 0; rest /= BASE) {
      int digit = (int) (rest % BASE);
      text.append((char) (digit <= 10 ? '0' + digit - 1 : 'A' + digit - 11));
    }
    return text.reverse().toString();
  }

  /** Takes periods one by one, in any order. */
  public static final class Builder {

    private final Map<Area, Integer> areas = new HashMap<>();
    private long[] postcodes = new long[1 << 10];
    private int[] from = new int[1 << 10];
    private int[] until = new int[1 << 10];
    private int[] areaOf = new int[1 << 10];
    private int size;

    /**
     * One period of a postcode.
     *
     * @param compactPostcode in capitals without spaces
     * @param since the first day, or null where it is not known
     * @param end the first day on which it is over, or null
     * @throws IllegalArgumentException where it is no postcode, or there are more than 16 million
     */
    public void add(String compactPostcode, LocalDate since, LocalDate end, Area area) {
      long code = code(compactPostcode);
      if (code == NO_POSTCODE) {
        throw new IllegalArgumentException("'" + compactPostcode + "' is no postcode");
      }
      if (size > PLACE_MASK) {
        throw new IllegalArgumentException("more postcodes than 16 million");
      }
      if (size == postcodes.length) {
        grow();
      }
      postcodes[size] = code << PLACE_BITS | size;
      from[size] = day(since == null ? LONG_AGO : since);
      until[size] = end == null ? UNBOUNDED : day(end);
      areaOf[size] = areas.computeIfAbsent(area, unused -> areas.size());
      size++;
    }

    /** The table of what was added. */
    public PostcodeTable build() {
      return new PostcodeTable(this);
    }

    private Comparator<Area> byPlace() {
      return Comparator.comparing(areas::get);
    }

    private static int day(LocalDate day) {
      return (int) day.toEpochDay();
    }

    private void grow() {
      int room = 2 * size;
      postcodes = Arrays.copyOf(postcodes, room);
      from = Arrays.copyOf(from, room);
      until = Arrays.copyOf(until, room);
      areaOf = Arrays.copyOf(areaOf, room);
    }
  }
}
