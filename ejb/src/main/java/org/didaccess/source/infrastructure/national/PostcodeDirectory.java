package org.didaccess.source.infrastructure.national;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.didaccess.source.domain.Postcodes;
import org.didaccess.source.domain.reference.Area;

/**
 * The ONS Postcode Directory, by its own column names. It gives the areas of three censuses: each
 * counts from its census day to the next, so that an examination lies in the area as at its day.
 *
 * <p>A postcode counts from the first day of the month of its introduction to the last of the month
 * of its termination: the directory knows months alone. Areas outside England and Wales, and the
 * directory's pseudo-codes, are no area.
 */
final class PostcodeDirectory {

  private static final Pattern SMALL_AREA = Pattern.compile("[EW]0[12](?!9{6})[0-9]{6}");
  private static final Pattern REGION = Pattern.compile("E12(?!9{6})[0-9]{6}");

  /** The columns of one census, and since when they count. */
  private enum Census {
    OF_2001("01", LocalDate.MIN),
    OF_2011("11", LocalDate.of(2011, 3, 27)),
    OF_2021("21", LocalDate.of(2021, 3, 21));

    private final String year;
    private final LocalDate day;

    Census(String year, LocalDate day) {
      this.year = year;
      this.day = day;
    }
  }

  /** Where one census's areas stand in a line. */
  private record Vintage(LocalDate since, int lsoa, int msoa) {}

  private final SourceFile file;
  private int postcode;
  private int introduced;
  private int terminated;
  private int region;
  private final List<Vintage> vintages = new ArrayList<>();

  PostcodeDirectory(Path path) {
    this.file = SourceFile.csv(path);
  }

  void copyTo(ListFile list) {
    file.each(this::find, line -> copy(line, list));
  }

  /** From 2025 on the directory's names end in cd, and some in the year of their areas. */
  private void find(SourceFile.Header header) {
    postcode = header.required("pcds");
    introduced = header.required("dointr");
    terminated = header.required("doterm");
    region = header.required("rgn", "rgncd", "rgn25cd", "rgn24cd", "rgn23cd");
    for (Census census : Census.values()) {
      int lsoa = header.optional("lsoa" + census.year, "lsoa" + census.year + "cd");
      int msoa = header.optional("msoa" + census.year, "msoa" + census.year + "cd");
      if (lsoa >= 0 && msoa >= 0) {
        vintages.add(new Vintage(vintages.isEmpty() ? LocalDate.MIN : census.day, lsoa, msoa));
      }
    }
    if (vintages.isEmpty()) {
      header.required("lsoa11", "lsoa11cd");
    }
  }

  private void copy(SourceLine line, ListFile list) {
    String code = line.required(postcode, "pcds");
    if (!Postcodes.hasFormInDirectory(code)) {
      throw line.fault("pcds is '" + code + "', which is no postcode");
    }
    YearMonth begun = line.month(introduced, "dointr");
    YearMonth ended = line.month(terminated, "doterm");
    LocalDate since = begun == null ? LocalDate.MIN : begun.atDay(1);
    LocalDate until = ended == null ? LocalDate.MAX : ended.plusMonths(1).atDay(1);
    if (!since.isBefore(until)) {
      throw line.fault("doterm lies before dointr");
    }
    copy(code, since, until, areas(line), list);
  }

  /** One line for each span with an area of its own. */
  private void copy(
      String code, LocalDate since, LocalDate until, List<Area> areas, ListFile list) {
    LocalDate begin = since;
    for (int at = 0; at < areas.size(); at++) {
      boolean goesOn = at + 1 < areas.size() && areas.get(at).equals(areas.get(at + 1));
      LocalDate next = at + 1 < areas.size() ? vintages.get(at + 1).since() : LocalDate.MAX;
      LocalDate end = next.isBefore(until) ? next : until;
      if (!goesOn && begin.isBefore(end)) {
        Area area = areas.get(at);
        list.write(code, day(begin), day(end), area.lsoa(), area.msoa(), area.region());
        begin = end;
      }
    }
  }

  private List<Area> areas(SourceLine line) {
    String english = matching(REGION, line.text(region));
    return vintages.stream()
        .map(
            vintage ->
                new Area(
                    matching(SMALL_AREA, line.text(vintage.lsoa())),
                    matching(SMALL_AREA, line.text(vintage.msoa())),
                    english))
        .toList();
  }

  private static String matching(Pattern form, String code) {
    return code != null && form.matcher(code).matches() ? code : null;
  }

  private static LocalDate day(LocalDate day) {
    return Objects.equals(day, LocalDate.MIN) || Objects.equals(day, LocalDate.MAX) ? null : day;
  }
}
