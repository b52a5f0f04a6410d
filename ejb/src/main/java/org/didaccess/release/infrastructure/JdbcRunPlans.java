package org.didaccess.release.infrastructure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.didaccess.release.bag.FieldNames;
import org.didaccess.release.domain.FieldColumns;
import org.didaccess.release.domain.RunPlans;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.CountColumns;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.engine.ReleasePlan;
import org.didaccess.shared.infrastructure.Database;

/**
 * Asks the guard what a run may read: the approved columns and the months. The plan is only as wide
 * as the view that the guard opens; a wider one would fail, not leak.
 */
public final class JdbcRunPlans implements RunPlans, FieldColumns {

  private final Database release;
  private final Database main;

  /**
   * Over two datasources.
   *
   * @param release the release login's
   * @param main the application's, for the dictionary of codes
   */
  public JdbcRunPlans(DataSource release, DataSource main) {
    this.release = new Database(release);
    this.main = new Database(main);
  }

  @Override
  public ReleasePlan plan(UUID run, String runToken) {
    return new ReleasePlan(run, runToken, columns(run, runToken), months(run, runToken));
  }

  @Override
  public Map<String, BridgedAgreement> bridge(ReleasePlan plan) {
    Map<String, BridgedAgreement> bridged = new HashMap<>();
    release.list(
        "SELECT column_name, agreement_id, reference FROM guard.bridge_of(?, ?)",
        rows ->
            bridged.put(
                rows.getString("column_name"),
                new BridgedAgreement(
                    Database.id(rows, "agreement_id"), rows.getString("reference"))),
        plan.run(),
        plan.runToken());
    return bridged;
  }

  private List<ReleaseColumn> columns(UUID run, String runToken) {
    return release.list(
        """
        SELECT field_code, column_name, sql_type, label_kind
        FROM guard.release_columns(?, ?) ORDER BY position
        """,
        this::column,
        run,
        runToken);
  }

  @Override
  public List<ReleaseColumn> columns(String dataSet, String version, List<String> fields) {
    return main.list(
        """
        SELECT field_code, column_expression AS column_name, sql_type, label_kind
        FROM ledger.field_column WHERE field_code = ANY (?) AND data_set = ? AND version = ?
        ORDER BY field_code COLLATE "C"
        """,
        this::column,
        fields.toArray(String[]::new),
        dataSet,
        version);
  }

  private ReleaseColumn column(ResultSet rows) throws SQLException {
    String field = rows.getString("field_code");
    String source = rows.getString("column_name");
    String name = FieldNames.columnOf(field);
    String dictionary = rows.getString("label_kind");
    if (FieldNames.isPerson(field)) {
      return new ReleaseColumn(source, name, ColumnKind.PERSON_TOKEN);
    }
    if (FieldNames.RECORD.equals(field)) {
      return new ReleaseColumn(source, name, ColumnKind.RECORD_TOKEN);
    }
    return dictionary == null
        ? new ReleaseColumn(source, name, kind(name, rows.getString("sql_type")), meanings(field))
        : new ReleaseColumn(source, name, ColumnKind.LABEL, labels(dictionary));
  }

  /** A count has a bigint's room, and never its digits. */
  private static ColumnKind kind(String name, String sqlType) {
    return CountColumns.EVENTS.equals(name) ? ColumnKind.INTEGER : ColumnKind.ofSqlType(sqlType);
  }

  /** The words of a column of codes, as the field that decodes the same column has them. */
  private Map<String, String> meanings(String field) {
    return words(
        """
        SELECT code, label FROM source.code_label
        WHERE kind <> 'organisation' AND kind IN (
          SELECT decoded.label_kind FROM ledger.field_column own
          JOIN ledger.field_column decoded USING (data_set, version, column_expression)
          WHERE own.field_code = ?)
        """,
        field);
  }

  private Map<String, String> labels(String dictionary) {
    return words("SELECT code, label FROM source.code_label WHERE kind = ?", dictionary);
  }

  private Map<String, String> words(String query, String about) {
    Map<String, String> labels = new HashMap<>();
    main.list(query, rows -> labels.put(rows.getString("code"), rows.getString("label")), about);
    return labels;
  }

  private List<YearMonth> months(UUID run, String runToken) {
    return release.list(
        "SELECT partition_month FROM guard.release_partitions(?, ?) ORDER BY 1",
        rows -> YearMonth.from(rows.getObject(1, LocalDate.class)),
        run,
        runToken);
  }
}
