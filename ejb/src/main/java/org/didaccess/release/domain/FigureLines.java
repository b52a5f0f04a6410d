package org.didaccess.release.domain;

import java.util.List;
import java.util.stream.Collectors;
import org.didaccess.release.ColumnFigures;

/** Columns' figures as they are kept: a line each, and names without spaces. */
final class FigureLines {

  private FigureLines() {}

  static String of(List<ColumnFigures> columns) {
    return columns.stream()
        .map(figures -> figures.column() + " " + figures.missing() + " " + figures.distinct())
        .collect(Collectors.joining("\n"));
  }

  /** Nothing where an earlier version prepared the package and counted none. */
  static List<ColumnFigures> read(String lines) {
    return lines == null ? List.of() : lines.lines().map(FigureLines::line).toList();
  }

  private static ColumnFigures line(String text) {
    String[] parts = text.split(" ", 3);
    return new ColumnFigures(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
  }
}
