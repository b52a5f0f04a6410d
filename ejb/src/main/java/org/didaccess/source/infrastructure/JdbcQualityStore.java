package org.didaccess.source.infrastructure;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.ItemQuality;
import org.didaccess.source.MonthCount;
import org.didaccess.source.RecordCounts;
import org.didaccess.source.application.QualityStore;
import org.didaccess.source.domain.Item;

/** Counts of submissions in PostgreSQL, as the login {@code did_loader}. */
public final class JdbcQualityStore implements QualityStore {

  private static final String FINDINGS =
      "SELECT findings::text FROM source.submission_summary WHERE id = ?";

  private static final String ITEMS =
      "SELECT item, filled, valid FROM source.submission_item WHERE submission_id = ? ORDER BY item";

  private static final String NAME =
      "SELECT label FROM source.code_label WHERE kind = 'organisation' AND code = ?";

  private static final String FIRST_MONTH =
      """
      SELECT min(reporting_month) FROM source.submission_summary WHERE submitter = ?""";

  /**
   * What counts now, beside all that came. A replaced submission tells when the month came first; a
   * month that was withdrawn is missing until it is sent again.
   */
  private static final String COUNTS =
      """
      min(s.received_on) FILTER (WHERE s.state <> 'WITHDRAWN') AS received_on,
        coalesce(round(sum(s.row_count * s.share)), 0)::bigint AS row_count,
        coalesce(sum(s.counting), 0)::bigint AS accepted,
        coalesce(round(sum(s.rejected * s.share)), 0)::bigint AS rejected,
        coalesce(round(sum(s.warnings * s.share)), 0)::bigint AS warnings,
        coalesce(sum(s.row_count), 0)::bigint AS all_rows,
        coalesce(sum(s.accepted), 0)::bigint AS all_accepted,
        coalesce(sum(s.rejected), 0)::bigint AS all_rejected,
        coalesce(sum(s.warnings), 0)::bigint AS all_warnings
      """;

  private static final String MONTHS =
      "SELECT s.reporting_month, "
          + COUNTS
          + """
          FROM source.submission_standing s
          WHERE s.submitter = ? AND s.reporting_month BETWEEN ? AND ?
          GROUP BY s.reporting_month""";

  private static final String ITEMS_OF_MONTHS =
      """
      SELECT s.reporting_month, i.item, round(sum(i.filled * s.share))::bigint AS filled,
        round(sum(i.valid * s.share))::bigint AS valid
      FROM source.submission_standing s JOIN source.submission_item i ON i.submission_id = s.id
      WHERE s.submitter = ? AND s.reporting_month BETWEEN ? AND ? AND s.share > 0
      GROUP BY s.reporting_month, i.item ORDER BY s.reporting_month, i.item""";

  private static final String FINDINGS_OF_MONTHS =
      """
      SELECT s.reporting_month, f.key AS rule, round(sum(f.value::bigint * s.share))::bigint AS found
      FROM source.submission_standing s CROSS JOIN jsonb_each_text(s.findings) f
      WHERE s.submitter = ? AND s.reporting_month BETWEEN ? AND ? AND s.share > 0
      GROUP BY s.reporting_month, f.key HAVING round(sum(f.value::bigint * s.share)) > 0""";

  private static final String PROVIDERS =
      """
      WITH known AS (
        SELECT submitter, count(*) OVER () AS total FROM source.submission_summary
        WHERE reporting_month <= ?
        GROUP BY submitter ORDER BY submitter OFFSET ? LIMIT ?)
      SELECT k.submitter, k.total, coalesce(l.label, k.submitter) AS name,
      """
          + COUNTS
          + """
          FROM known k
          LEFT JOIN source.submission_standing s
            ON s.submitter = k.submitter AND s.reporting_month = ?
          LEFT JOIN source.code_label l ON l.kind = 'organisation' AND l.code = k.submitter
          GROUP BY k.submitter, k.total, l.label ORDER BY k.submitter""";

  private final DataSource loader;

  /**
   * A store.
   *
   * @param loader connections of {@code did_loader}
   */
  public JdbcQualityStore(DataSource loader) {
    this.loader = loader;
  }

  @Override
  public List<MonthCount> cut(long submission) {
    if (list(FINDINGS, row -> row, submission).isEmpty()) {
      throw new NotFound("submission");
    }
    return list(
        "SELECT month, row_count FROM source.months_as_of(?)",
        row ->
            new MonthCount(
                YearMonth.from(row.getObject("month", LocalDate.class)), row.getLong("row_count")),
        submission);
  }

  @Override
  public Map<String, Long> findings(long submission) {
    Map<String, Long> counts = new TreeMap<>();
    for (String text : list(FINDINGS, row -> row.getString(1), submission)) {
      try (JsonReader reader = Json.createReader(new StringReader(text))) {
        reader
            .readObject()
            .forEach((rule, count) -> counts.put(rule, ((JsonNumber) count).longValueExact()));
      }
    }
    return counts;
  }

  @Override
  public List<ItemQuality> items(long submission) {
    return list(ITEMS, JdbcQualityStore::item, submission);
  }

  @Override
  public Optional<String> name(String submitter) {
    return list(NAME, row -> row.getString(1), submitter).stream().findFirst();
  }

  @Override
  public Optional<YearMonth> firstMonth(String submitter) {
    return list(FIRST_MONTH, row -> Optional.ofNullable(row.getDate(1)), submitter)
        .get(0)
        .map(Date::toLocalDate)
        .map(YearMonth::from);
  }

  @Override
  public Map<YearMonth, Received> months(String submitter, YearMonth from, YearMonth to) {
    Map<YearMonth, Received> months = new HashMap<>();
    list(MONTHS, row -> months.put(month(row), received(row)), submitter, first(from), first(to));
    return months;
  }

  @Override
  public Map<YearMonth, List<ItemQuality>> items(String submitter, YearMonth from, YearMonth to) {
    Map<YearMonth, List<ItemQuality>> months = new HashMap<>();
    list(
        ITEMS_OF_MONTHS,
        row -> months.computeIfAbsent(month(row), none -> new ArrayList<>()).add(item(row)),
        submitter,
        first(from),
        first(to));
    return months;
  }

  @Override
  public Map<YearMonth, Map<String, Long>> findings(
      String submitter, YearMonth from, YearMonth to) {
    Map<YearMonth, Map<String, Long>> months = new HashMap<>();
    list(
        FINDINGS_OF_MONTHS,
        row ->
            months
                .computeIfAbsent(month(row), none -> new TreeMap<>())
                .put(row.getString("rule"), row.getLong("found")),
        submitter,
        first(from),
        first(to));
    return months;
  }

  @Override
  public Page<Sender> providers(YearMonth month, PageRequest page) {
    long[] total = new long[1];
    List<Sender> providers =
        list(
            PROVIDERS,
            row -> {
              total[0] = row.getLong("total");
              return new Sender(row.getString("submitter"), row.getString("name"), received(row));
            },
            first(month),
            page.offset(),
            page.limit(),
            first(month));
    return new Page<>(providers, total[0]);
  }

  private static ItemQuality item(ResultSet row) throws SQLException {
    Item item = Item.at(row.getInt("item"));
    return new ItemQuality(
        item.column(), item.title(), item.label(), row.getLong("filled"), row.getLong("valid"));
  }

  private static Received received(ResultSet row) throws SQLException {
    LocalDate on = row.getObject("received_on", LocalDate.class);
    return new Received(
        on,
        new RecordCounts(
            row.getLong("row_count"),
            row.getLong("accepted"),
            row.getLong("rejected"),
            row.getLong("warnings")),
        new RecordCounts(
            row.getLong("all_rows"),
            row.getLong("all_accepted"),
            row.getLong("all_rejected"),
            row.getLong("all_warnings")));
  }

  private static YearMonth month(ResultSet row) throws SQLException {
    return YearMonth.from(row.getObject("reporting_month", LocalDate.class));
  }

  private static LocalDate first(YearMonth month) {
    return month.atDay(1);
  }

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
    try (Connection connection = loader.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new InvalidSubmissionException("The reports cannot be read now. Try again.", e);
    }
  }
}
