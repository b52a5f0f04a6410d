package org.didaccess.source.infrastructure.national;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A list in the product's own columns, for what is published in no open format: NICIP's codes, the
 * clinical groups and their labels, and value lists. Every value is looked at on the way in.
 */
final class PlainList {

  /** What a column may hold. */
  enum Form {
    TEXT,
    OPTIONAL_TEXT,
    NICIP,
    NUMBER,
    DAY
  }

  /** A column of the list. */
  record Column(String name, Form form) {}

  private static final Pattern NICIP = Pattern.compile("[A-Z0-9]{1,6}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  private final SourceFile file;
  private final List<Column> columns;

  PlainList(Path path, List<Column> columns) {
    this.file = SourceFile.csv(path);
    this.columns = columns;
  }

  void copyTo(ListFile list) {
    int[] places = new int[columns.size()];
    file.each(
        header -> Arrays.setAll(places, at -> header.required(columns.get(at).name())),
        line -> {
          Object[] values = new Object[places.length];
          Arrays.setAll(values, at -> value(line, places[at], columns.get(at)));
          list.write(values);
        });
  }

  private static Object value(SourceLine line, int place, Column column) {
    return switch (column.form()) {
      case TEXT -> line.required(place, column.name());
      case OPTIONAL_TEXT -> line.text(place);
      case NICIP -> matching(line, line.required(place, column.name()), column, NICIP);
      case NUMBER ->
          line.text(place) == null ? null : matching(line, line.text(place), column, NUMBER);
      case DAY -> line.isoDay(place, column.name());
    };
  }

  private static String matching(SourceLine line, String value, Column column, Pattern form) {
    if (!form.matcher(value).matches()) {
      throw line.fault(column.name() + " is '" + value + "', which has the wrong form");
    }
    return value;
  }
}
