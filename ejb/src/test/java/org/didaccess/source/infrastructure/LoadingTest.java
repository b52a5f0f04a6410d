package org.didaccess.source.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.didaccess.source.Submissions.csv;
import static org.didaccess.source.Submissions.good;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import org.didaccess.shared.PageRequest;
import org.didaccess.source.CheckReport.Outcome;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.LoadReceipt;
import org.didaccess.source.StoredSubmission;
import org.didaccess.source.SubmissionMetadata;
import org.didaccess.source.domain.Item;
import org.didaccess.source.synthetic.Synthesis;
import org.didaccess.source.synthetic.SynthesisPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadingTest {

  private static final SynthesisPlan APRIL =
      new SynthesisPlan(2_000, 1, YearMonth.of(2024, 4), 7, "Z1A");

  private LoadedDatabase database;

  @BeforeEach
  void fresh_database() {
    database = LoadedDatabase.fresh();
  }

  @Test
  void a_synthetic_month_is_stored_row_for_row_with_its_identifiers_in_the_vault()
      throws Exception {
    LoadReceipt receipt = database.load(synthetic(), APRIL.metadata(0));

    assertThat(receipt.check().outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(receipt.stored().orElseThrow().rows()).isEqualTo(2_000);
    assertThat(database.number("SELECT count(*) FROM source.did_event")).isEqualTo(2_000);
    assertThat(database.number("SELECT count(*) FROM source.did_event_2024_04")).isEqualTo(2_000);
    assertThat(database.number("SELECT count(*) FROM vault.record")).isEqualTo(2_000);
    assertThat(
            database.number(
                "SELECT count(*) FROM source.did_event JOIN vault.record USING (record_ref, person_ref)"))
        .isEqualTo(2_000);
    assertThat(
            database.number(
                "SELECT count(*) FROM source.submission_summary WHERE state = 'ACCEPTED'"))
        .isEqualTo(1);
  }

  @Test
  void the_database_takes_no_receipt_and_no_month_ahead() {
    LocalDate tomorrow = LocalDate.now(ZoneId.of("Europe/London")).plusDays(1);
    assertThatThrownBy(() -> database.load(csv(good()), LoadedDatabase.received(tomorrow)))
        .isInstanceOf(InvalidSubmissionException.class)
        .hasMessageContaining("today at the latest");
    SubmissionMetadata june =
        new SubmissionMetadata("Z1A", LocalDate.of(2024, 5, 31), YearMonth.of(2024, 6));
    assertThatThrownBy(() -> database.load(csv(good()), june))
        .isInstanceOf(InvalidSubmissionException.class)
        .hasMessageContaining("of its receipt at the latest");
  }

  @Test
  void a_stored_submission_leaves_its_row_in_the_trail() throws Exception {
    StoredSubmission stored = database.stored(csv(good()), LoadedDatabase.may());

    assertThat(
            database.text(
                "SELECT act || ' ' || origin || ' ' || (body::jsonb ->> 'accepted') FROM audit.event"
                    + " WHERE chain_kind = 'submission' AND chain_id = '"
                    + stored.id()
                    + "'"))
        .isEqualTo("loaded did_loader 1");
  }

  @Test
  void derived_fields_are_stored_as_at_the_test_date() throws Exception {
    database.load(csv(good()), LoadedDatabase.may());

    assertThat(
            database.text(
                "SELECT concat_ws(' ', age, age_band_5, age_band_child, lsoa, residence_region,"
                    + " commissioner, provider_code, modality_id, referrer_type, ethnic_group,"
                    + " derived_snomed_ct, request_to_test_days, test_to_report_days, test_year,"
                    + " test_month, submitter) FROM source.did_event"))
        .isEqualTo("63 60 16 E01991011 E12000001 ZB1 Z1A 1 6 1 40019999999106 19 2 2024 4 Z1A");
  }

  @Test
  void the_same_submission_again_changes_nothing() throws Exception {
    StoredSubmission first = database.stored(csv(good()), LoadedDatabase.may());
    StoredSubmission again = database.stored(csv(good()), LoadedDatabase.may());

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.alreadyLoaded()).isTrue();
    assertThat(database.number("SELECT count(*) FROM source.did_event")).isEqualTo(1);
  }

  @Test
  void a_later_submission_replaces_the_earlier_record_by_its_key_and_keeps_it_aside()
      throws Exception {
    StoredSubmission first =
        database.stored(
            csv(good(), good().with(Item.ACCESSION_NUMBER, "A2")), LoadedDatabase.may());
    StoredSubmission second =
        database.stored(
            csv(good().with(Item.GENDER, "1")), LoadedDatabase.received(LocalDate.of(2024, 6, 20)));

    assertThat(second.replacedRows()).isEqualTo(1);
    assertThat(database.number("SELECT count(*) FROM source.did_event")).isEqualTo(2);
    assertThat(
            database.text(
                "SELECT gender FROM source.did_event WHERE submission_id = " + second.id()))
        .isEqualTo("1");
    assertThat(
            database.number(
                "SELECT count(*) FROM source.did_event_replaced WHERE submission_id = "
                    + first.id()
                    + " AND replaced_by = "
                    + second.id()))
        .isEqualTo(1);
  }

  @Test
  void a_submission_received_earlier_but_loaded_later_replaces_nothing() throws Exception {
    StoredSubmission later =
        database.stored(
            csv(good().with(Item.GENDER, "1")), LoadedDatabase.received(LocalDate.of(2024, 6, 20)));
    StoredSubmission earlier = database.stored(csv(good()), LoadedDatabase.may());

    assertThat(earlier.supersededRows()).isEqualTo(1);
    assertThat(database.text("SELECT submission_id || ' ' || gender FROM source.did_event"))
        .isEqualTo(later.id() + " 1");
  }

  @Test
  void a_record_that_moved_to_another_month_leaves_its_old_partition() throws Exception {
    database.stored(csv(good()), LoadedDatabase.may());
    database.stored(
        csv(good().with(Item.TEST_DATE, "2024-05-03").with(Item.REPORT_DATE, "2024-05-04")),
        LoadedDatabase.received(LocalDate.of(2024, 6, 20)));

    assertThat(database.number("SELECT count(*) FROM source.did_event_2024_04")).isZero();
    assertThat(database.number("SELECT count(*) FROM source.did_event_2024_05")).isEqualTo(1);
  }

  @Test
  void a_file_with_a_broken_row_leaves_nothing_behind() throws Exception {
    LoadReceipt receipt = database.load(csv(good()) + "only,three,columns\n", LoadedDatabase.may());

    assertThat(receipt.check().outcome()).isEqualTo(Outcome.FILE_REJECTED);
    assertThat(receipt.stored()).isEmpty();
    assertThat(database.number("SELECT count(*) FROM source.did_event")).isZero();
    assertThat(database.number("SELECT count(*) FROM vault.record")).isZero();
    assertThat(database.number("SELECT count(*) FROM source.submission")).isZero();
  }

  @Test
  void every_copy_of_a_key_that_stands_twice_is_left_out() throws Exception {
    LoadReceipt receipt =
        database.load(
            csv(good(), good().with(Item.ACCESSION_NUMBER, "A2"), good()), LoadedDatabase.may());

    assertThat(receipt.check().findings()).containsExactly(Map.entry("DIDS071", 2L));
    assertThat(database.number("SELECT count(*) FROM source.did_event")).isEqualTo(1);
  }

  @Test
  void the_list_shows_the_latest_receipt_first() throws Exception {
    database.load(csv(good()), LoadedDatabase.may());
    database.load(csv(good()), LoadedDatabase.received(LocalDate.of(2024, 6, 20)));

    var list = new JdbcSubmissionStore(database.loader()).list(new PageRequest(0, 1));

    assertThat(list.total()).isEqualTo(2);
    assertThat(list.items())
        .singleElement()
        .satisfies(line -> assertThat(line.reportingMonth()).isEqualTo(YearMonth.of(2024, 6)));
  }

  private static String synthetic() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Synthesis(APRIL, ReferenceFiles.sample(), Runnable::run).write(0, out, rows -> {});
    return out.toString(StandardCharsets.US_ASCII);
  }
}
