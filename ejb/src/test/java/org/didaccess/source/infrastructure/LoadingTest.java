package org.didaccess.source.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.didaccess.source.Submissions.csv;
import static org.didaccess.source.Submissions.file;
import static org.didaccess.source.Submissions.good;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.shared.PageRequest;
import org.didaccess.source.CheckReport.Outcome;
import org.didaccess.source.LoadReceipt;
import org.didaccess.source.StoredSubmission;
import org.didaccess.source.SubmissionMetadata;
import org.didaccess.source.domain.Item;
import org.didaccess.source.synthetic.Synthesis;
import org.didaccess.source.synthetic.SynthesisPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadingTest {

  private static final SubmissionEngine ENGINE =
      new SubmissionEngine(ReferenceFiles.sample(), Runnable::run);
  private static final SynthesisPlan APRIL =
      new SynthesisPlan(2_000, 1, YearMonth.of(2024, 4), 7, "Z1A");
  private static final LocalDate MAY = LocalDate.of(2024, 5, 20);

  private EphemeralDatabase database;

  @BeforeEach
  void fresh_database() {
    database = EphemeralDatabase.fresh();
  }

  @Test
  void a_synthetic_month_is_stored_row_for_row_with_its_identifiers_in_the_vault()
      throws Exception {
    LoadReceipt receipt = load(synthetic(), APRIL.metadata(0));

    assertThat(receipt.check().outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(receipt.stored().orElseThrow().rows()).isEqualTo(2_000);
    assertThat(number("SELECT count(*) FROM source.did_event")).isEqualTo(2_000);
    assertThat(number("SELECT count(*) FROM source.did_event_2024_04")).isEqualTo(2_000);
    assertThat(number("SELECT count(*) FROM vault.record")).isEqualTo(2_000);
    assertThat(
            number(
                "SELECT count(*) FROM source.did_event JOIN vault.record USING (record_ref, person_ref)"))
        .isEqualTo(2_000);
    assertThat(number("SELECT count(*) FROM source.submission_summary WHERE state = 'ACCEPTED'"))
        .isEqualTo(1);
  }

  @Test
  void derived_fields_are_stored_as_at_the_test_date() throws Exception {
    load(csv(good()), may());

    assertThat(
            text(
                "SELECT concat_ws(' ', age, age_band_5, age_band_child, lsoa, residence_region,"
                    + " commissioner, provider_code, modality_id, referrer_type, ethnic_group,"
                    + " derived_snomed_ct, request_to_test_days, test_to_report_days, test_year,"
                    + " test_month, submitter) FROM source.did_event"))
        .isEqualTo("63 60 16 E01991011 E12000001 ZB1 Z1A 1 6 1 40019999999106 19 2 2024 4 Z1A");
  }

  @Test
  void the_same_submission_again_changes_nothing() throws Exception {
    StoredSubmission first = stored(csv(good()), may());
    StoredSubmission again = stored(csv(good()), may());

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.alreadyLoaded()).isTrue();
    assertThat(number("SELECT count(*) FROM source.did_event")).isEqualTo(1);
  }

  @Test
  void a_later_submission_replaces_the_earlier_record_by_its_key_and_keeps_it_aside()
      throws Exception {
    StoredSubmission first = stored(csv(good(), good().with(Item.ACCESSION_NUMBER, "A2")), may());
    StoredSubmission second =
        stored(csv(good().with(Item.GENDER, "1")), received(LocalDate.of(2024, 6, 20)));

    assertThat(second.replacedRows()).isEqualTo(1);
    assertThat(number("SELECT count(*) FROM source.did_event")).isEqualTo(2);
    assertThat(text("SELECT gender FROM source.did_event WHERE submission_id = " + second.id()))
        .isEqualTo("1");
    assertThat(
            number(
                "SELECT count(*) FROM source.did_event_replaced WHERE submission_id = "
                    + first.id()
                    + " AND replaced_by = "
                    + second.id()))
        .isEqualTo(1);
  }

  @Test
  void a_submission_received_earlier_but_loaded_later_replaces_nothing() throws Exception {
    StoredSubmission later =
        stored(csv(good().with(Item.GENDER, "1")), received(LocalDate.of(2024, 6, 20)));
    StoredSubmission earlier = stored(csv(good()), may());

    assertThat(earlier.supersededRows()).isEqualTo(1);
    assertThat(text("SELECT submission_id || ' ' || gender FROM source.did_event"))
        .isEqualTo(later.id() + " 1");
  }

  @Test
  void a_record_that_moved_to_another_month_leaves_its_old_partition() throws Exception {
    stored(csv(good()), may());
    stored(
        csv(good().with(Item.TEST_DATE, "2024-05-03").with(Item.REPORT_DATE, "2024-05-04")),
        received(LocalDate.of(2024, 6, 20)));

    assertThat(number("SELECT count(*) FROM source.did_event_2024_04")).isZero();
    assertThat(number("SELECT count(*) FROM source.did_event_2024_05")).isEqualTo(1);
  }

  @Test
  void a_file_with_a_broken_row_leaves_nothing_behind() throws Exception {
    LoadReceipt receipt = load(csv(good()) + "only,three,columns\n", may());

    assertThat(receipt.check().outcome()).isEqualTo(Outcome.FILE_REJECTED);
    assertThat(receipt.stored()).isEmpty();
    assertThat(number("SELECT count(*) FROM source.did_event")).isZero();
    assertThat(number("SELECT count(*) FROM vault.record")).isZero();
    assertThat(number("SELECT count(*) FROM source.submission")).isZero();
  }

  @Test
  void every_copy_of_a_key_that_stands_twice_is_left_out() throws Exception {
    LoadReceipt receipt =
        load(csv(good(), good().with(Item.ACCESSION_NUMBER, "A2"), good()), may());

    assertThat(receipt.check().findings()).containsExactly(Map.entry("DIDS071", 2L));
    assertThat(number("SELECT count(*) FROM source.did_event")).isEqualTo(1);
  }

  @Test
  void any_order_of_arrival_gives_the_same_people() throws Exception {
    String verified = csv(good());
    String unverified =
        csv(good().with(Item.NHS_NUMBER_STATUS, "02").with(Item.ACCESSION_NUMBER, "B1"));
    String namesake =
        csv(good().with(Item.NHS_NUMBER, "9990000026").with(Item.ACCESSION_NUMBER, "C1"));
    String numberless =
        csv(
            good()
                .without(Item.NHS_NUMBER, Item.NHS_NUMBER_STATUS)
                .with(Item.POSTCODE, "ZA1 1AB")
                .with(Item.ACCESSION_NUMBER, "D1"),
            good()
                .without(Item.NHS_NUMBER, Item.NHS_NUMBER_STATUS)
                .with(Item.POSTCODE, "za11ab")
                .with(Item.ACCESSION_NUMBER, "D2"));
    List<String> files = List.of(verified, unverified, namesake, numberless);

    Map<String, String> expected = null;
    for (List<Integer> order :
        List.of(
            List.of(0, 1, 2, 3), List.of(3, 2, 1, 0), List.of(1, 0, 3, 2), List.of(2, 1, 0, 3))) {
      database = EphemeralDatabase.fresh();
      run("UPDATE vault.secret SET key = decode(repeat('5a', 32), 'hex')");
      for (int file : order) {
        load(files.get(file), may());
      }
      Map<String, String> people = people();
      expected = expected == null ? people : expected;
      assertThat(people).isEqualTo(expected);
    }
    assertThat(expected.get("D1")).isEqualTo(expected.get("D2"));
    assertThat(expected.get("B1")).isNotIn(expected.get("A1"), expected.get("C1"));
  }

  @Test
  void a_record_without_a_verified_number_joins_the_only_person_with_its_details()
      throws Exception {
    StoredSubmission alone =
        stored(
            csv(good().with(Item.NHS_NUMBER_STATUS, "02").with(Item.ACCESSION_NUMBER, "B1")),
            may());
    load(csv(good()), may());

    Map<String, String> people = people();
    assertThat(people.get("B1")).isEqualTo(people.get("A1"));
    assertThat(alone.ambiguousRows()).isZero();
    assertThat(number("SELECT count(*) FROM source.person_change")).isEqualTo(1);
  }

  @Test
  void details_that_several_people_share_are_reported_and_stand_for_themselves() throws Exception {
    load(csv(good()), may());
    load(csv(good().with(Item.NHS_NUMBER, "9990000026").with(Item.ACCESSION_NUMBER, "C1")), may());
    StoredSubmission third =
        stored(
            csv(good().with(Item.NHS_NUMBER_STATUS, "02").with(Item.ACCESSION_NUMBER, "B1")),
            may());

    assertThat(third.ambiguousRows()).isEqualTo(1);
    assertThat(people().values()).doesNotHaveDuplicates();
  }

  @Test
  void people_without_a_home_are_not_joined_by_a_pseudo_postcode() throws Exception {
    load(
        csv(
            good().without(Item.NHS_NUMBER).with(Item.POSTCODE, "ZZ99 3VZ"),
            good()
                .without(Item.NHS_NUMBER)
                .with(Item.POSTCODE, "ZZ99 3VZ")
                .with(Item.ACCESSION_NUMBER, "A2")),
        may());

    assertThat(people().values()).doesNotHaveDuplicates();
  }

  @Test
  void the_list_shows_the_latest_receipt_first() throws Exception {
    load(csv(good()), may());
    load(csv(good()), received(LocalDate.of(2024, 6, 20)));

    var list = new JdbcSubmissionStore(database.as("did_loader")).list(new PageRequest(0, 1));

    assertThat(list.total()).isEqualTo(2);
    assertThat(list.items())
        .singleElement()
        .satisfies(line -> assertThat(line.reportingMonth()).isEqualTo(YearMonth.of(2024, 6)));
  }

  @Test
  void the_loader_reads_neither_rows_nor_the_vault_nor_its_own_staging() throws Exception {
    load(csv(good()), may());

    try (Connection loader = database.connect("did_loader");
        Statement statement = loader.createStatement()) {
      for (String table :
          List.of(
              "source.did_event",
              "source.did_event_replaced",
              "source.did_event_2024_04",
              "source.submission",
              "vault.record",
              "vault.record_replaced",
              "vault.secret")) {
        assertThatThrownBy(() -> statement.execute("SELECT * FROM " + table))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("permission denied");
      }
      loader.setAutoCommit(false);
      statement.execute("SELECT source.open_staging()");
      assertThatThrownBy(() -> statement.execute("SELECT * FROM pg_temp.staging"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void the_loader_cannot_call_the_steps_by_themselves() throws Exception {
    try (Connection loader = database.connect("did_loader");
        Statement statement = loader.createStatement()) {
      for (String call :
          List.of(
              "source.add_months('2024-01-01', '2024-02-01')",
              "source.gather_arriving('\\x00')",
              "source.settle_keys(1, '2024-01-01')",
              "source.store_identifiers(1, '2024-01-01')",
              "source.store_events(1, 'Z1A')")) {
        assertThatThrownBy(() -> statement.execute("SELECT " + call))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void the_loader_cannot_bring_its_own_staging_table() throws Exception {
    try (Connection loader = database.connect("did_loader");
        Statement statement = loader.createStatement()) {
      assertThatThrownBy(() -> statement.execute("CREATE TEMPORARY TABLE staging (line bigint)"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }

  private static SubmissionMetadata may() {
    return received(MAY);
  }

  private static SubmissionMetadata received(LocalDate day) {
    return SubmissionMetadata.of("Z1A", day);
  }

  private StoredSubmission stored(String csv, SubmissionMetadata metadata) {
    return load(csv, metadata).stored().orElseThrow();
  }

  private LoadReceipt load(String csv, SubmissionMetadata metadata) {
    return ENGINE.load(
        file(csv), metadata, OutputStream.nullOutputStream(), database.as("did_loader"));
  }

  private Map<String, String> people() throws SQLException {
    Map<String, String> people = new TreeMap<>();
    try (Connection connection = database.superuser();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT r.accession_number, encode(e.person_ref, 'hex') FROM source.did_event e"
                    + " JOIN vault.record r USING (record_ref)")) {
      while (rows.next()) {
        people.put(rows.getString(1), rows.getString(2));
      }
    }
    return people;
  }

  private static String synthetic() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Synthesis(APRIL, ReferenceFiles.sample(), Runnable::run).write(0, out, rows -> {});
    return out.toString(StandardCharsets.US_ASCII);
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql) throws SQLException {
    return Long.parseLong(text(sql));
  }

  private String text(String sql) throws SQLException {
    try (Connection connection = database.superuser();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
