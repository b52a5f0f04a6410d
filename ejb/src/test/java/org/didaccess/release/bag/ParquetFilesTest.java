package org.didaccess.release.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.PartitionSink;
import org.didaccess.release.engine.ReleaseColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A Parquet file has the values of the rows, by a reader that is not ours. */
class ParquetFilesTest {

  private static final YearMonth MONTH = YearMonth.of(2026, 1);
  private static final ReleaseColumn TEXT = new ReleaseColumn("t", "T", ColumnKind.TEXT);
  private static final ReleaseColumn ROW = new ReleaseColumn("n", "N", ColumnKind.INTEGER);

  @TempDir private Path folder;

  /** One row, a page and a group of rows, and one more and one less of each. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 15_999, 16_000, 16_001, 127_999, 128_000, 128_001, 300_000})
  void random_rows_are_those_of_the_csv_file(int rows) throws Exception {
    List<ReleaseColumn> columns =
        Stream.of(ColumnKind.values())
            .map(kind -> new ReleaseColumn(kind.name().toLowerCase(Locale.ROOT), kind.name(), kind))
            .toList();
    Random random = new Random(rows);
    IntFunction<String> row =
        i -> String.join(",", columns.stream().map(column -> field(column, random)).toList());
    List<String> lines = Stream.iterate(0, i -> i < rows, i -> i + 1).map(row::apply).toList();
    write(ExtractFormat.PARQUET, columns, rows, lines::get);
    write(ExtractFormat.CSV, columns, rows, lines::get);

    String types =
        String.join(
            ", ",
            columns.stream().map(c -> "'" + c.name() + "': '" + sqlType(c.kind()) + "'").toList());
    String csv =
        "read_csv('%s', header = true, allow_quoted_nulls = false, columns = {%s})"
            .formatted(file(ExtractFormat.CSV), types);
    String parquet = "read_parquet('%s')".formatted(file(ExtractFormat.PARQUET));
    assertThat(
            read(
                """
                SELECT (SELECT count(*) FROM %2$s) AS rows,
                       (SELECT count(*) FROM (SELECT row_number() OVER () AS at, * FROM %1$s
                        EXCEPT ALL SELECT row_number() OVER () AS at, * FROM %2$s)) AS other
                """
                    .formatted(csv, parquet)))
        .isEqualTo(rows + " 0");
  }

  /** Few values have a dictionary, very many have none; the rows are the same. */
  @ParameterizedTest
  @CsvSource({
    "1, RLE_DICTIONARY PLAIN_DICTIONARY",
    "2, RLE_DICTIONARY PLAIN_DICTIONARY",
    "257, RLE_DICTIONARY PLAIN_DICTIONARY",
    "30000, RLE_DICTIONARY PLAIN_DICTIONARY",
    "100000, PLAIN"
  })
  void a_column_of_many_values_is_written_as_they_are(int values, String encodings)
      throws Exception {
    int rows = 120_000;
    write(ExtractFormat.PARQUET, List.of(ROW, TEXT), rows, i -> i + ",code of row " + i % values);

    assertThat(
            read(
                ("SELECT count(*) AS a, count(DISTINCT \"T\") AS c,"
                        + " count(*) FILTER (\"T\" = 'code of row ' || \"N\" %% %d) AS b"
                        + " FROM read_parquet('%s')")
                    .formatted(values, file(ExtractFormat.PARQUET))))
        .isEqualTo(rows + " " + values + " " + rows);
    String found =
        read(
            "SELECT encodings FROM parquet_metadata('%s') WHERE path_in_schema = 'T'"
                .formatted(file(ExtractFormat.PARQUET)));
    assertThat(Stream.of(encodings.split(" ")).anyMatch(found::contains)).as(found).isTrue();
    assertThat(found.contains("DICTIONARY")).isEqualTo(values < 100_000);
  }

  @Test
  void a_group_ends_before_long_texts_fill_the_memory() throws Exception {
    int rows = 2_000;
    String longText = "x".repeat(100_000);
    write(ExtractFormat.PARQUET, List.of(ROW, TEXT), rows, i -> i + "," + longText + i);

    assertThat(
            read(
                "SELECT count(*) AS a, min(length(\"T\")) AS b FROM read_parquet('%s')"
                    .formatted(file(ExtractFormat.PARQUET))))
        .isEqualTo(rows + " " + 100_001);
    assertThat(
            read(
                "SELECT max(row_group_num_rows) < 1000 AS a FROM parquet_metadata('%s')"
                    .formatted(file(ExtractFormat.PARQUET))))
        .isEqualTo("true");
  }

  @Test
  void a_column_without_any_value_is_read_as_such() throws Exception {
    for (ColumnKind kind : ColumnKind.values()) {
      ReleaseColumn empty = new ReleaseColumn("e", "E", kind);
      write(ExtractFormat.PARQUET, List.of(ROW, empty), 20_000, i -> i + ",");
      assertThat(
              read(
                  "SELECT count(*) AS a, count(\"E\") AS b, sum(\"N\") AS c FROM read_parquet('%s')"
                      .formatted(file(ExtractFormat.PARQUET))))
          .isEqualTo("20000 0 " + 20_000L * 19_999 / 2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "INTEGER, 1x, not a whole number",
    "INTEGER, -, not a whole number",
    "INTEGER, 1234567890123456789, not a whole number",
    "DATE, 20260101, not a date",
    "DATE, 2026-0a-01, not a whole number"
  })
  void a_value_of_another_kind_than_the_plan_is_refused(
      ColumnKind kind, String value, String message) {
    ReleaseColumn column = new ReleaseColumn("c", "C", kind);
    assertThatThrownBy(() -> write(ExtractFormat.PARQUET, List.of(column), 3, i -> value))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
    assertThat(file(ExtractFormat.PARQUET)).doesNotExist();
  }

  private static String field(ReleaseColumn column, Random random) {
    if (random.nextInt(5) == 0) {
      return "";
    }
    return switch (column.kind()) {
      case PERSON_TOKEN, RECORD_TOKEN ->
          "%016x%016x".formatted(random.nextLong(), random.nextLong());
      case TEXT -> text(random);
      case LABEL -> "words " + random.nextInt(5_000);
      case INTEGER, LARGE_INTEGER -> Long.toString(random.nextLong() % 1_000_000_000_000_000_000L);
      case NUMBER -> Double.toString(random.nextInt(100) / 8.0);
      case DATE -> LocalDate.of(1, 1, 1).plusDays(random.nextInt(3_600_000)).toString();
      case BOOLEAN -> random.nextBoolean() ? "true" : "false";
    };
  }

  private static String text(Random random) {
    String[] odd = {"\"\"", "\",\"", "\"\"\"\"", "\"a\nb\"", "é ✓", "0", "a'b", "x".repeat(200)};
    int choice = random.nextInt(3 * odd.length);
    return choice < odd.length ? odd[choice] : "t" + random.nextInt(200);
  }

  private static String sqlType(ColumnKind kind) {
    return switch (kind) {
      case INTEGER, LARGE_INTEGER -> "BIGINT";
      case NUMBER -> "DOUBLE";
      case DATE -> "DATE";
      case BOOLEAN -> "BOOLEAN";
      case PERSON_TOKEN, RECORD_TOKEN, TEXT, LABEL -> "VARCHAR";
    };
  }

  private void write(
      ExtractFormat format, List<ReleaseColumn> columns, int rows, IntFunction<String> row)
      throws IOException {
    try (PartitionSink.PartitionWriter writer = DataSinks.of(format, folder, columns).open(MONTH)) {
      for (int i = 0; i < rows; i++) {
        byte[] line = (row.apply(i) + "\n").getBytes(StandardCharsets.UTF_8);
        writer.row(line, 0, line.length);
      }
      writer.commit();
    }
  }

  private Path file(ExtractFormat format) {
    return folder.resolve(BagNames.data(MONTH, format));
  }

  /** The first row that a query finds, its values in one line. */
  private static String read(String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      List<String> row = new ArrayList<>();
      found.next();
      for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
        row.add(found.getString(i));
      }
      return String.join(" ", row);
    }
  }
}
