package org.didaccess.catalogue.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.didaccess.catalogue.DataSetSummary;
import org.didaccess.catalogue.FieldClass;
import org.didaccess.catalogue.FieldView;
import org.didaccess.catalogue.FilterValueView;
import org.didaccess.catalogue.FilterView;
import org.didaccess.catalogue.SlotView;
import org.didaccess.shared.infrastructure.Database;

/** Reads the catalogue: plain rows, plain queries. */
@ApplicationScoped
public class CatalogueGateway {

  private static final String DATA_SETS =
      """
      SELECT d.code, d.version, d.coverage_from,
        max(l.text) FILTER (WHERE l.kind = 'title') AS title,
        max(l.text) FILTER (WHERE l.kind = 'summary') AS summary
      FROM app.data_set d JOIN app.data_set_line l ON l.data_set = d.code
      GROUP BY d.code ORDER BY title""";
  private static final String LINES =
      "SELECT kind, text FROM app.data_set_line WHERE data_set = ? ORDER BY position";
  private static final String FIELDS =
      """
      WITH RECURSIVE coarser(finer, code) AS (
        SELECT f, c.field_code FROM ledger.field_column c CROSS JOIN LATERAL unnest(c.coarser_than) AS f
          WHERE c.data_set = ? AND c.version = ?
        UNION
        SELECT k.finer, c.field_code FROM coarser k JOIN ledger.field_column c ON k.code = ANY (c.coarser_than)
          WHERE c.data_set = ? AND c.version = ?
      )
      SELECT f.code, f.legacy_name, f.label, f.description, f.group_name, f.field_class,
        ARRAY(SELECT k.code FROM coarser k JOIN app.field o
            ON o.data_set = f.data_set AND o.version = f.version AND o.code = k.code
          WHERE k.finer = f.code ORDER BY o.position) AS alternatives
      FROM app.field f WHERE f.data_set = ? AND f.version = ? ORDER BY f.position""";
  private static final String FILTERS =
      """
      SELECT f.kind, f.label AS filter_label, f.form, v.value, v.label
      FROM app.filter f LEFT JOIN app.filter_value v USING (data_set, version, kind)
      WHERE f.data_set = ? AND f.version = ? ORDER BY f.position, v.position""";
  private static final String SLOTS =
      """
      SELECT s.controllership_id, s.function_name, s.organisation_id, c.name AS controller,
        s.holder_organisation_id, h.name AS holder, s.blocked, s.reason
      FROM guard.slots(?, ?) s
      JOIN ledger.organisation c ON c.id = s.organisation_id
      JOIN ledger.organisation h ON h.id = s.holder_organisation_id""";

  private final Database database;

  /** For the container's proxy. */
  protected CatalogueGateway() {
    this(null);
  }

  /** Over the main database. */
  @Inject
  public CatalogueGateway(Database database) {
    this.database = database;
  }

  /** A data set with its first day of coverage. */
  public record DataSetRow(DataSetSummary summary, LocalDate coverageFrom) {}

  /** A line of a page, with its kind as stored. */
  public record Line(String kind, String text) {}

  /** The data sets by title. */
  public List<DataSetRow> dataSets() {
    return database.list(
        DATA_SETS,
        row ->
            new DataSetRow(
                new DataSetSummary(
                    row.getString("code"),
                    row.getString("title"),
                    row.getString("summary"),
                    row.getString("version")),
                row.getObject("coverage_from", LocalDate.class)));
  }

  /** A data set's page, line by line. */
  public List<Line> lines(String dataSet) {
    return database.list(
        LINES, row -> new Line(row.getString("kind"), row.getString("text")), dataSet);
  }

  /** The fields of a version. */
  public List<FieldView> fields(String dataSet, String version) {
    return database.list(
        FIELDS, CatalogueGateway::field, dataSet, version, dataSet, version, dataSet, version);
  }

  /** The filters of a version. */
  public List<FilterView> filters(String dataSet, String version) {
    Map<String, FilterView> filters = new LinkedHashMap<>();
    Map<String, List<FilterValueView>> values = new HashMap<>();
    database.list(
        FILTERS,
        row -> {
          String kind = row.getString("kind");
          List<FilterValueView> own = values.computeIfAbsent(kind, first -> new ArrayList<>());
          if (row.getString("value") != null) {
            own.add(new FilterValueView(row.getString("value"), row.getString("label")));
          }
          return filters.put(
              kind,
              new FilterView(kind, row.getString("filter_label"), own, row.getString("form")));
        },
        dataSet,
        version);
    return List.copyOf(filters.values());
  }

  /** The slots of a data set on a day. */
  public List<SlotView> slots(String dataSet, LocalDate day) {
    return database.list(
        SLOTS,
        row ->
            new SlotView(
                Database.id(row, "controllership_id"),
                row.getString("function_name"),
                Database.id(row, "organisation_id"),
                row.getString("controller"),
                Database.id(row, "holder_organisation_id"),
                row.getString("holder"),
                row.getBoolean("blocked"),
                row.getString("reason")),
        dataSet,
        day);
  }

  /** Records a succession. */
  public void recordSuccession(UUID ticket, String payload) {
    database.call("SELECT guard.record_succession(?, ?)", ticket, payload);
  }

  /** Records an organisation's end. */
  public void recordOrganisationEnd(UUID ticket, String payload) {
    database.call("SELECT guard.record_organisation_end(?, ?)", ticket, payload);
  }

  /** Records a controllership. */
  public void recordControllership(UUID ticket, String payload) {
    database.call("SELECT guard.record_controllership(?, ?)", ticket, payload);
  }

  private static FieldView field(ResultSet row) throws SQLException {
    FieldClass fieldClass =
        FieldClass.valueOf(row.getString("field_class").toUpperCase(Locale.ROOT));
    return new FieldView(
        row.getString("code"),
        row.getString("legacy_name"),
        row.getString("label"),
        row.getString("description"),
        row.getString("group_name"),
        fieldClass,
        fieldClass.selectable(),
        Database.texts(row, "alternatives"));
  }
}
