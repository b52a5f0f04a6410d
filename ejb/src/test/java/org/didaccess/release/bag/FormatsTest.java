package org.didaccess.release.bag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.PartitionSink;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.engine.WrittenPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every format carries the same rows, read by a reader that is not ours. */
class FormatsTest {

  private static final YearMonth MONTH = YearMonth.of(2026, 1);

  static final List<ReleaseColumn> COLUMNS =
      List.of(
          new ReleaseColumn("age", "AGE", ColumnKind.INTEGER),
          new ReleaseColumn("dose", "DOSE", ColumnKind.NUMBER),
          new ReleaseColumn(
              "modality",
              "MODALITY",
              ColumnKind.LABEL,
              Map.of("2", "CT", "10", "Magnetic Resonance Imaging")),
          new ReleaseColumn("note", "NOTE", ColumnKind.TEXT),
          new ReleaseColumn("test_date", "DIAGNOSTIC_TEST_DATE", ColumnKind.DATE),
          new ReleaseColumn("flag", "FLAG", ColumnKind.BOOLEAN),
          new ReleaseColumn("person_ref", "TOKEN_PERSON_ID", ColumnKind.PERSON_TOKEN),
          new ReleaseColumn("record_ref", "TOKEN_SUBMISSION_DATA_ID", ColumnKind.RECORD_TOKEN));

  private static final String TOKENS = "," + "ab".repeat(16) + "," + "cd".repeat(16) + "\n";

  /** Rows as the engine writes them; the second has NULL wherever it may, the third empty text. */
  static final List<String> ROWS =
      List.of(
          "41,1.5,Magnetic Resonance Imaging,\"a \"\"quoted\"\", word\nand a line\",2026-01-02,true"
              + TOKENS,
          ",,,,," + TOKENS,
          "-7,0.25,CT,\"\",1970-01-01,false" + TOKENS,
          "103,12,CT,naïve ✓,2026-01-31,true" + TOKENS);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void the_first_rows_are_kept_for_whoever_checks_and_the_files_are_the_same(ExtractFormat format)
      throws IOException {
    Path plain = Files.createDirectory(folder.resolve("plain"));
    Path sampled = Files.createDirectory(folder.resolve("sampled"));
    List<WrittenPartition> months = new ArrayList<>();
    for (Path stage : List.of(plain, sampled)) {
      PartitionSink sink =
          stage == plain
              ? DataSinks.of(format, stage, COLUMNS)
              : DataSinks.sampled(format, stage, COLUMNS);
      try (PartitionSink.PartitionWriter writer = sink.open(MONTH)) {
        for (int i = 0; i < 10; i++) {
          for (String row : ROWS) {
            byte[] line = row.getBytes(StandardCharsets.UTF_8);
            writer.row(line, 0, line.length);
          }
        }
        months.add(writer.commit());
      }
    }

    assertThat(months.get(1)).isEqualTo(months.get(0));
    List<List<String>> lines =
        RowSample.lines(RowSample.of(sampled, COLUMNS, months.subList(1, 2)));
    assertThat(lines).hasSize(1 + RowSample.ROWS);
    assertThat(lines.get(0)).startsWith("AGE", "DOSE", "MODALITY");
    assertThat(lines.get(1)).contains("41", "a \"quoted\", word\nand a line");
  }

  @Test
  void of_several_months_the_first_rows_of_all_are_kept_and_no_more() throws IOException {
    List<WrittenPartition> months = new ArrayList<>();
    for (int number = 1; number <= 3; number++) {
      PartitionSink sink = DataSinks.sampled(ExtractFormat.CSV, folder, COLUMNS);
      try (PartitionSink.PartitionWriter writer = sink.open(YearMonth.of(2026, number))) {
        for (int i = 0; i < 12; i++) {
          byte[] line = ROWS.get(i % ROWS.size()).getBytes(StandardCharsets.UTF_8);
          writer.row(line, 0, line.length);
        }
        months.add(writer.commit());
      }
    }

    String sample = RowSample.of(folder, COLUMNS, months);

    assertThat(sample.split("ab".repeat(16), -1)).hasSize(1 + RowSample.ROWS);
    assertThat(RowSample.lines(sample)).hasSize(1 + RowSample.ROWS);
    assertThat(RowSample.lines(sample).get(RowSample.ROWS)).contains("103", "naïve ✓");
  }

  @ParameterizedTest
  @EnumSource
  void another_reader_finds_the_same_rows_with_the_same_types(ExtractFormat format)
      throws IOException, SQLException {
    write(format, folder, 1);
    assertThat(read(format, "SELECT * FROM released"))
        .containsExactly(
            "41|1.5|Magnetic Resonance Imaging|a \"quoted\", word\nand a line|2026-01-02|true|"
                + "ab".repeat(16)
                + "|"
                + "cd".repeat(16),
            "null|null|null|null|null|null|" + "ab".repeat(16) + "|" + "cd".repeat(16),
            "-7|0.25|CT||1970-01-01|false|" + "ab".repeat(16) + "|" + "cd".repeat(16),
            "103|12.0|CT|naïve ✓|2026-01-31|true|" + "ab".repeat(16) + "|" + "cd".repeat(16));
    assertThat(read(format, "SELECT column_type FROM (DESCRIBE released)"))
        .containsExactly(
            "BIGINT", "DOUBLE", "VARCHAR", "VARCHAR", "DATE", "BOOLEAN", "VARCHAR", "VARCHAR");
  }

  @ParameterizedTest
  @EnumSource
  void the_same_rows_give_the_same_bytes(ExtractFormat format) throws IOException {
    Path first = Files.createDirectory(folder.resolve("first"));
    Path second = Files.createDirectory(folder.resolve("second"));
    WrittenPartition written = write(format, first, 5_000);
    assertThat(write(format, second, 5_000)).isEqualTo(written);
    assertThat(second.resolve(BagNames.data(MONTH, format)))
        .hasSameBinaryContentAs(first.resolve(BagNames.data(MONTH, format)))
        .hasSize(written.bytes());
  }

  @ParameterizedTest
  @EnumSource
  void a_package_of_each_format_verifies_and_names_it(ExtractFormat format) throws IOException {
    PackageFixture fixture = new PackageFixture();
    PackageFile written = fixture.write(folder, format);
    Verification verification =
        new PackageVerifier(Optional.of(fixture.signer.publicKey()), Optional.of(fixture.identity))
            .verify(written.path());
    assertThat(verification.outcome()).isEqualTo(Verification.Outcome.VERIFIED);
    assertThat(verification.rows()).isEqualTo(6);
  }

  @Test
  void a_parquet_file_of_several_row_groups_is_read_whole() throws IOException, SQLException {
    int times = 50_000;
    WrittenPartition written = write(ExtractFormat.PARQUET, folder, times);
    assertThat(written.rows()).isEqualTo(4L * times);
    assertThat(
            read(
                ExtractFormat.PARQUET,
                "SELECT count(*) || ' ' || sum(\"AGE\") || ' ' || count(\"NOTE\") FROM released"))
        .containsExactly(4L * times + " " + (41 - 7 + 103L) * times + " " + 3L * times);
    try (var content = Files.newInputStream(file(ExtractFormat.PARQUET))) {
      assertThat(ParquetRows.count(content)).isEqualTo(4L * times);
    }
  }

  @Test
  void loaders_read_the_files_that_are_there() {
    for (ExtractFormat format : ExtractFormat.values()) {
      Loaders.write(PackageFixture.description(format, List.of(month())))
          .forEach(
              (name, content) ->
                  assertThat(new String(content, StandardCharsets.UTF_8))
                      .as(name)
                      .contains(format.suffix())
                      .doesNotContain("%s")
                      .doesNotContainPattern("\\bnull\\b"));
    }
  }

  private WrittenPartition write(ExtractFormat format, Path into, int times) throws IOException {
    try (PartitionSink.PartitionWriter writer = DataSinks.of(format, into, COLUMNS).open(MONTH)) {
      for (int i = 0; i < times; i++) {
        for (String row : ROWS) {
          byte[] bytes = ("x" + row).getBytes(StandardCharsets.UTF_8);
          writer.row(bytes, 1, bytes.length - 1);
        }
      }
      return writer.commit();
    }
  }

  private Path file(ExtractFormat format) {
    return folder.resolve(BagNames.data(MONTH, format));
  }

  private List<String> read(ExtractFormat format, String query) throws SQLException {
    String reader = format.isText() ? TEXT : "read_parquet('%s')";
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          ("CREATE VIEW released AS SELECT * FROM " + reader).formatted(file(format)));
      try (ResultSet found = statement.executeQuery(query)) {
        while (found.next()) {
          rows.add(row(found));
        }
      }
    }
    return rows;
  }

  private static final String TEXT =
      "read_csv('%s', header = true, allow_quoted_nulls = false, columns = {'AGE': 'BIGINT',"
          + " 'DOSE': 'DOUBLE', 'MODALITY': 'VARCHAR', 'NOTE': 'VARCHAR',"
          + " 'DIAGNOSTIC_TEST_DATE': 'DATE', 'FLAG': 'BOOLEAN', 'TOKEN_PERSON_ID': 'VARCHAR',"
          + " 'TOKEN_SUBMISSION_DATA_ID': 'VARCHAR'})";

  private static String row(ResultSet found) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
      values.add(String.valueOf(found.getString(i)));
    }
    return String.join("|", values);
  }

  private static WrittenPartition month() {
    return new WrittenPartition(MONTH, 4, 100, "00");
  }
}
