package org.didaccess.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What policies answered: one row an act and role, with the states in which the act is open on what
 * is the person's own and on what is another's. Whoever never may has no row.
 */
final class PolicyTable {
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Set<String> states = new LinkedHashSet<>();

  /** One answer of a policy for each side. */
  void answer(String act, String role, String state, boolean own, boolean other) {
    states.add(state);
    Row row =
        rows.computeIfAbsent(
            act + '|' + role, first -> new Row(act, role, new ArrayList<>(), new ArrayList<>()));
    if (own) {
      row.own().add(state);
    }
    if (other) {
      row.other().add(state);
    }
  }

  String markdown() {
    StringBuilder text = new StringBuilder("| act | role | own | other |\n|---|---|---|---|\n");
    rows.values().stream()
        .filter(Row::everOpen)
        .forEach(
            row ->
                text.append(
                    "| %s | %s | %s | %s |\n"
                        .formatted(row.act(), row.role(), cell(row.own()), cell(row.other()))));
    return text.toString();
  }

  private String cell(List<String> open) {
    if (open.isEmpty()) {
      return "never";
    }
    return open.size() == states.size() ? "always" : String.join("; ", open);
  }

  private record Row(String act, String role, List<String> own, List<String> other) {
    boolean everOpen() {
      return !own.isEmpty() || !other.isEmpty();
    }
  }
}
