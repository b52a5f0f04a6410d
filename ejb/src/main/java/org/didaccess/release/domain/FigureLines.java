package org.didaccess.release.domain;

import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.didaccess.release.ColumnFigures;

/** Figures as they are kept: a line each, and names without spaces. */
final class FigureLines {

  private FigureLines() {}

  static String ofColumns(List<ColumnFigures> columns) {
    return lines(
        columns, figures -> figures.column() + " " + figures.missing() + " " + figures.distinct());
  }

  static List<ColumnFigures> columns(String lines) {
    return read(
        lines,
        parts ->
            new ColumnFigures(
                parts.get(0), Long.parseLong(parts.get(1)), Long.parseLong(parts.get(2))));
  }

  static String ofMonths(List<SourceMonth> months) {
    return lines(months, month -> month.month() + " " + month.rows());
  }

  static List<SourceMonth> months(String lines) {
    return read(
        lines,
        parts -> new SourceMonth(YearMonth.parse(parts.get(0)), Long.parseLong(parts.get(1))));
  }

  private static <T> String lines(List<T> figures, Function<T, String> line) {
    return figures.stream().map(line).collect(Collectors.joining("\n"));
  }

  /** Nothing where an earlier version prepared the package and counted none. */
  private static <T> List<T> read(String lines, Function<List<String>, T> figures) {
    return lines == null
        ? List.of()
        : lines.lines().map(line -> List.of(line.split(" ", -1))).map(figures).toList();
  }
}
