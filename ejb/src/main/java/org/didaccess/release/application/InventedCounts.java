package org.didaccess.release.application;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.didaccess.release.domain.DisclosureRule;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.CountColumns;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.shared.Sha256;

/**
 * Counts of invented examinations as an aggregate approval opens them: by all fields, by each
 * field, and of all. Small ones are empty and others rounded. What a release hides besides, because
 * a total would give a small count away, is not worked out: nobody real is counted.
 */
final class InventedCounts {

  /** The columns that stand behind the fields. */
  static final List<ReleaseColumn> COLUMNS =
      List.of(
          new ReleaseColumn("events", CountColumns.EVENTS, ColumnKind.INTEGER),
          new ReleaseColumn("total_of", CountColumns.TOTAL_OF, ColumnKind.TEXT));

  private static final String NULL = "\\N";
  private static final String ALL = "ALL";

  private final List<ReleaseColumn> fields;
  private final DisclosureRule rule;
  private final Map<List<String>, Long> counted = new TreeMap<>(InventedCounts::compare);

  /** Counts by these fields, none of which is a token. */
  InventedCounts(List<ReleaseColumn> fields, DisclosureRule rule, InventedMonths months) {
    this.fields = List.copyOf(fields);
    this.rule = rule;
    for (List<String> event : months.all()) {
      take(fields.stream().map(field -> months.value(event, field.source())).toList());
    }
  }

  private static int compare(List<String> one, List<String> other) {
    return String.join("\t", one).compareTo(String.join("\t", other));
  }

  private void take(List<String> values) {
    add(values, NULL);
    add(Collections.nCopies(fields.size(), NULL), ALL);
    // With one field a total by it would be the count again.
    for (int i = 0; fields.size() > 1 && i < fields.size(); i++) {
      List<String> alone = new ArrayList<>(Collections.nCopies(fields.size(), NULL));
      alone.set(i, values.get(i));
      add(alone, fields.get(i).name());
    }
  }

  private void add(List<String> values, String totalOf) {
    List<String> key = new ArrayList<>(values);
    key.add(totalOf);
    counted.merge(key, 1L, Long::sum);
  }

  /** In the text form of PostgreSQL's COPY: what orders a row, its fields, its count, its total. */
  List<String> lines() {
    return counted.entrySet().stream()
        .map(count -> line(count.getKey(), count.getValue()))
        .toList();
  }

  private String line(List<String> key, long events) {
    List<String> line = new ArrayList<>();
    line.add(reference(key));
    line.addAll(key.subList(0, fields.size()));
    line.add(rule.shown(events).map(String::valueOf).orElse(NULL));
    line.add(key.get(fields.size()));
    return String.join("\t", line) + "\n";
  }

  private static String reference(List<String> key) {
    byte[] hash = Sha256.digest().digest(String.join("\t", key).getBytes(StandardCharsets.UTF_8));
    return "\\\\x" + HexFormat.of().formatHex(hash);
  }
}
