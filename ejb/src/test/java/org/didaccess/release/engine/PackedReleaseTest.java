package org.didaccess.release.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.didaccess.release.ReleaseFixture.ROWS;
import static org.didaccess.release.ReleaseFixture.newKeys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.didaccess.db.rehearsal.InventedRows;
import org.didaccess.db.rehearsal.RehearsedAgreement;
import org.didaccess.pseudonym.ReleaseKeys;
import org.didaccess.release.ReleaseFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release is the same to the byte, whether its months are packed or not. */
class PackedReleaseTest {

  private static final String PACKED = "SELECT count(DISTINCT month) FROM source.packed_event";

  @TempDir private Path home;
  private ReleaseFixture fixture;

  @BeforeEach
  void odd_rows_that_are_not_packed() throws SQLException {
    fixture = ReleaseFixture.fresh();
    change(
        """
        WITH numbered AS (
          SELECT e.record_ref, row_number() OVER (ORDER BY e.record_ref) AS n FROM source.did_event e)
        UPDATE source.did_event e SET
          nicip = CASE n % 9 WHEN 0 THEN NULL WHEN 1 THEN '' WHEN 2 THEN 'a "quoted", one' WHEN 3 THEN E'\\\\ and \\t'
            WHEN 4 THEN E'two\\nlines' WHEN 5 THEN 'Größe ≥ 1' WHEN 6 THEN E'\\\\N' WHEN 7 THEN ' ' ELSE e.nicip END,
          lsoa = NULLIF(e.lsoa, 'E01000001'), gp_practice = CASE WHEN n % 2 = 0 THEN E'\\b\\f\\r\\x0b' END,
          request_to_test_days = CASE n % 5 WHEN 0 THEN -32767 WHEN 1 THEN 32767 WHEN 2 THEN -1 WHEN 3 THEN 0 END,
          request_to_report_days = n % 12345, snomed_ct = CASE n % 4 WHEN 0 THEN -9223372036854775807
            WHEN 1 THEN 9223372036854775807 WHEN 2 THEN NULL ELSE n * 999999999999 END,
          derived_snomed_ct = CASE n % 3 WHEN 0 THEN 1000000000000000000 WHEN 1 THEN 999999999999999999 ELSE 10 END,
          request_date = CASE n % 5 WHEN 0 THEN NULL WHEN 1 THEN '0001-01-01' WHEN 2 THEN '9999-12-31'
            WHEN 3 THEN '1899-12-31' ELSE e.request_date END,
          modality_id = CASE WHEN n % 6 = 0 THEN 999 ELSE e.modality_id END,
          gender = CASE n % 6 WHEN 0 THEN 'X' WHEN 1 THEN E'a\\\\b' WHEN 2 THEN E'a\b' ELSE e.gender END
        FROM numbered WHERE numbered.record_ref = e.record_ref""");
    change("INSERT INTO source.code_label VALUES ('gender', E'a\\\\b', 'odd words')");
    assertThat(number(PACKED)).isZero();
  }

  @Test
  void every_field_with_every_odd_value() throws Exception {
    RehearsedAgreement agreement = fixture.agreement(everyField());
    ReleaseKeys keys = newKeys();
    Map<String, byte[]> byRows = released(agreement, keys, "rows", 1);
    pack();
    Map<String, byte[]> byBlocks = released(agreement, keys, "blocks", 2);
    assertThat(byBlocks).hasSize(3);
    List<String> expected = ReleaseFixture.lines(home.resolve("rows"));
    List<String> lines = ReleaseFixture.lines(home.resolve("blocks"));
    assertThat(lines.stream().filter(line -> line.contains("odd words"))).hasSize(ROWS / 6);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(lines.get(i)).isEqualTo(expected.get(i));
    }
    byRows.forEach((name, bytes) -> assertThat(byBlocks.get(name)).as(name).isEqualTo(bytes));
  }

  /** Rows and blocks never differ; made to differ, they show which of them were read. */
  @Test
  void packed_months_are_read_from_their_blocks() throws Exception {
    RehearsedAgreement agreement = fixture.agreement("AGE");
    pack();
    change(
        "UPDATE source.packed_event SET age = 's'::bytea || decode(repeat('00c7', row_count), 'hex')"
            + " WHERE month = '2025-02-01'");
    released(agreement, newKeys(), "blocks", 2);
    List<String> lines = ReleaseFixture.lines(home.resolve("blocks"));
    assertThat(lines.stream().filter("199"::equals)).hasSize(ROWS / 3);
  }

  @Test
  void a_reference_that_is_packed_as_something_else_does_not_leave() throws Exception {
    RehearsedAgreement agreement = fixture.agreement("PERSON_ID");
    pack();
    change(
        "UPDATE source.packed_event SET person_ref = 't' || decode(repeat('4100', row_count), 'hex')");
    assertThatThrownBy(() -> released(agreement, newKeys(), "refused", 1))
        .isInstanceOf(ReleaseStoppedException.class)
        .hasMessageContaining("form");
  }

  @Test
  void a_change_after_the_packing_is_in_the_next_release() throws Exception {
    RehearsedAgreement agreement = fixture.agreement("AGE");
    pack();
    change("UPDATE source.did_event SET age = 199 WHERE test_month = 2");
    assertThat(number(PACKED)).isEqualTo(2);
    released(agreement, newKeys(), "changed", 2);
    List<String> lines = ReleaseFixture.lines(home.resolve("changed"));
    assertThat(lines).hasSize(ROWS);
    assertThat(lines.stream().filter("199"::equals)).hasSize(ROWS / 3);
  }

  private Map<String, byte[]> released(
      RehearsedAgreement agreement, ReleaseKeys keys, String folder, int workers) throws Exception {
    Path target = Files.createDirectories(home.resolve(folder));
    List<WrittenPartition> months =
        fixture.release(fixture.plan(agreement.order()), keys, fixture.log(), target, workers);
    assertThat(months.stream().mapToLong(WrittenPartition::rows).sum()).isEqualTo(ROWS);
    return ReleaseFixture.files(target);
  }

  private void pack() throws SQLException {
    InventedRows.pack(fixture.database());
    assertThat(number(PACKED)).isEqualTo(3);
  }

  private String[] everyField() throws SQLException {
    try (Connection superuser = fixture.database().superuser();
        Statement statement = superuser.createStatement();
        ResultSet fields =
            statement.executeQuery("SELECT array_agg(field_code) FROM ledger.field_column")) {
      fields.next();
      return (String[]) fields.getArray(1).getArray();
    }
  }

  private void change(String sql) throws SQLException {
    try (Connection superuser = fixture.database().superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql) throws SQLException {
    try (Connection superuser = fixture.database().superuser();
        Statement statement = superuser.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getLong(1);
    }
  }
}
