package org.didaccess.application.domain;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Selections as the application's rows, many at once. */
final class StoredSelections {
  private StoredSelections() {}

  static void store(Connection app, Map<UUID, Selection> selections) throws SQLException {
    app.setAutoCommit(false);
    heads(app, selections);
    parts(
        app,
        "INSERT INTO app.selection_field SELECT * FROM unnest(?::uuid[], ?::text[])",
        rows(selections, s -> s.fields().stream().map(f -> new String[] {f}).toList(), 1));
    parts(
        app,
        "INSERT INTO app.selection_filter SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[])",
        rows(
            selections,
            s -> s.filters().stream().map(f -> new String[] {f.kind(), f.value()}).toList(),
            2));
    parts(
        app,
        "INSERT INTO app.selection_recipient SELECT * FROM unnest(?::uuid[], ?::uuid[])",
        rows(
            selections,
            s -> s.recipients().stream().map(r -> new String[] {r.toString()}).toList(),
            1));
    app.commit();
    app.setAutoCommit(true);
  }

  private static void heads(Connection app, Map<UUID, Selection> selections) throws SQLException {
    try (PreparedStatement insert =
        app.prepareStatement(
            "INSERT INTO app.selection (id, data_set, data_set_version, period_from, period_to,"
                + " level, access_method, linkage, refresh) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (Map.Entry<UUID, Selection> entry : selections.entrySet()) {
        Selection s = entry.getValue();
        Object[] values = {
          entry.getKey(),
          s.dataSet(),
          s.dataSetVersion(),
          s.periodFrom(),
          s.periodTo(),
          s.level(),
          s.accessMethod(),
          s.linkage(),
          s.refresh()
        };
        for (int i = 0; i < values.length; i++) {
          insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Columns of values: the selection's id first, then the parts of each row. */
  private static List<List<String>> rows(
      Map<UUID, Selection> selections,
      java.util.function.Function<Selection, List<String[]>> parts,
      int width) {
    List<List<String>> columns = new ArrayList<>();
    for (int i = 0; i <= width; i++) {
      columns.add(new ArrayList<>());
    }
    selections.forEach(
        (id, selection) -> {
          for (String[] row : parts.apply(selection)) {
            columns.get(0).add(id.toString());
            for (int i = 0; i < width; i++) {
              columns.get(i + 1).add(row[i]);
            }
          }
        });
    return columns;
  }

  private static void parts(Connection app, String sql, List<List<String>> columns)
      throws SQLException {
    try (PreparedStatement insert = app.prepareStatement(sql)) {
      for (int i = 0; i < columns.size(); i++) {
        Array array = app.createArrayOf("text", columns.get(i).toArray());
        insert.setArray(i + 1, array);
      }
      insert.execute();
    }
  }
}
