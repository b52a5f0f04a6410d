package org.didaccess.source.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.didaccess.source.Submissions.csv;
import static org.didaccess.source.Submissions.good;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.Replacement;
import org.didaccess.source.StoredSubmission;
import org.didaccess.source.SubmissionMetadata;
import org.didaccess.source.domain.Item;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplacingTest {

  private static final LocalDate LATER = LocalDate.of(2024, 5, 25);
  private static final String TWO = csv(good(), good().with(Item.ACCESSION_NUMBER, "A2"));
  private static final String OTHER_TWO =
      csv(
          good().with(Item.GENDER, "1"),
          good().with(Item.ACCESSION_NUMBER, "A3").with(Item.NHS_NUMBER, "9990000026"));

  private LoadedDatabase database;
  private StoredSubmission old;

  @BeforeEach
  void a_submission_of_two_rows() {
    database = LoadedDatabase.fresh();
    old = database.stored(TWO, LoadedDatabase.may());
  }

  @Test
  void a_replacement_takes_the_place_of_every_row_and_keeps_them_aside() throws Exception {
    StoredSubmission stored = replace(old.id(), 2, 2);

    assertThat(stored.replacedRows()).isEqualTo(2);
    assertThat(numbers()).isEqualTo("A1 A3");
    assertThat(
            database.text(
                "SELECT count(*) || ' ' || min(submission_id) || ' ' || max(replaced_by)"
                    + " FROM source.did_event_replaced"))
        .isEqualTo("2 " + old.id() + " " + stored.id());
    assertThat(
            database.text(
                "SELECT string_agg(accession_number, ' ' ORDER BY accession_number)"
                    + " FROM vault.record_replaced WHERE replaced_by = "
                    + stored.id()))
        .isEqualTo("A1 A2");
  }

  @Test
  void both_submissions_know_each_other_and_the_trail_tells_of_it() throws Exception {
    StoredSubmission stored = replace(old.id(), 2, 2);

    assertThat(
            database.text(
                "SELECT state || ' ' || replaced_by FROM source.submission WHERE id = " + old.id()))
        .isEqualTo("REPLACED " + stored.id());
    assertThat(
            database.text(
                "SELECT state || ' ' || replaces FROM source.submission WHERE id = " + stored.id()))
        .isEqualTo("ACCEPTED " + old.id());
    assertThat(
            database.text(
                "SELECT string_agg(act, ' ' ORDER BY act) FROM audit.event"
                    + " WHERE chain_kind = 'submission' AND chain_id = '"
                    + old.id()
                    + "'"))
        .isEqualTo("loaded replaced");
  }

  @Test
  void people_are_grouped_as_if_the_replaced_rows_had_never_come() throws Exception {
    String nameless =
        csv(
            good()
                .without(Item.NHS_NUMBER, Item.NHS_NUMBER_STATUS)
                .with(Item.ACCESSION_NUMBER, "B1"));
    database.load(
        nameless, new SubmissionMetadata("Z1B", LocalDate.of(2024, 5, 20), YearMonth.of(2024, 5)));
    String before = database.people().get("B1");
    assertThat(database.people().get("A2")).isEqualTo(before);

    replace(old.id(), 2, 2);

    assertThat(database.people().get("B1")).isEqualTo(database.people().get("A3"));
    assertThat(database.people().get("B1")).isNotEqualTo(before);
  }

  @Test
  void without_a_replacement_only_the_rows_with_the_same_key_yield() throws Exception {
    StoredSubmission stored = database.stored(OTHER_TWO, LoadedDatabase.received(LATER));

    assertThat(stored.replacedRows()).isEqualTo(1);
    assertThat(numbers()).isEqualTo("A1 A2 A3");
    assertThat(database.text("SELECT state FROM source.submission WHERE id = " + old.id()))
        .isEqualTo("ACCEPTED");
  }

  @Test
  void the_same_replacement_again_changes_nothing() throws Exception {
    StoredSubmission stored = replace(old.id(), 2, 2);

    assertThat(replace(old.id(), 2, 2).alreadyLoaded()).isTrue();
    assertThat(numbers()).isEqualTo("A1 A3");
    assertThat(stored.alreadyLoaded()).isFalse();
  }

  @Test
  void what_was_replaced_is_not_stored_again_as_if_it_counted() throws Exception {
    StoredSubmission stored = replace(old.id(), 2, 2);

    refused(
        "Submission " + stored.id() + " took the place of this one",
        () -> database.stored(TWO, LoadedDatabase.may()));
    assertThat(numbers()).isEqualTo("A1 A3");
  }

  /** An earlier record does not come back where the later one that stood before it is replaced. */
  @Test
  void the_rows_that_count_do_not_depend_on_the_order_of_arrival() throws Exception {
    SubmissionMetadata earlier = LoadedDatabase.received(LocalDate.of(2024, 5, 10));
    String first = csv(good(), good().with(Item.ACCESSION_NUMBER, "Z0"));
    String without = csv(good().with(Item.ACCESSION_NUMBER, "A2"));

    database.replaced(without, LoadedDatabase.received(LATER), new Replacement(old.id(), 2, 1));
    StoredSubmission late = database.stored(first, earlier);
    String afterwards = numbers();
    database = LoadedDatabase.fresh();
    database.stored(first, earlier);
    old = database.stored(TWO, LoadedDatabase.may());
    database.replaced(without, LoadedDatabase.received(LATER), new Replacement(old.id(), 2, 1));

    assertThat(numbers()).isEqualTo("A2 Z0").isEqualTo(afterwards);
    assertThat(late.supersededRows()).isEqualTo(1);
  }

  /** Which of two submissions has the larger number is chance. */
  @Test
  void the_last_of_three_that_replace_each_other_counts_whatever_their_numbers() throws Exception {
    for (int i = 0; i < 12; i++) {
      StoredSubmission one = database.stored(record("C" + i, "0"), LoadedDatabase.may());
      StoredSubmission two = replaceOnSameDay(one, record("C" + i, "1"));
      StoredSubmission three = replaceOnSameDay(two, record("C" + i, "2"));

      assertThat(three.supersededRows()).isZero();
      assertThat(
              database.text(
                  "SELECT string_agg(submission_id::text, ' ') FROM source.did_event"
                      + " JOIN vault.record r USING (record_ref, submission_id)"
                      + " WHERE r.accession_number = 'C"
                      + i
                      + "'"))
          .isEqualTo(Long.toString(three.id()));
    }
  }

  private static String record(String accession, String gender) {
    return csv(good().with(Item.ACCESSION_NUMBER, accession).with(Item.GENDER, gender));
  }

  private StoredSubmission replaceOnSameDay(StoredSubmission former, String file) {
    return database.replaced(file, LoadedDatabase.may(), new Replacement(former.id(), 1, 1));
  }

  @Test
  void rows_must_be_the_ones_that_were_confirmed() throws Exception {
    refused("another number of rows", () -> replace(old.id(), 3, 2));
    refused("another number of rows", () -> replace(old.id(), 2, 1));

    assertThat(numbers()).isEqualTo("A1 A2");
  }

  @Test
  void only_a_submission_of_the_same_submitter_and_month_that_counts_is_replaced()
      throws Exception {
    Replacement replacement = new Replacement(old.id(), 2, 2);
    refused(
        "another submitter or month",
        () ->
            database.replaced(
                OTHER_TWO,
                new SubmissionMetadata("Z1B", LATER, YearMonth.of(2024, 5)),
                replacement));
    refused(
        "another submitter or month",
        () ->
            database.replaced(
                OTHER_TWO,
                new SubmissionMetadata("Z1A", LATER, YearMonth.of(2024, 4)),
                replacement));
    refused(
        "received later",
        () ->
            database.replaced(
                OTHER_TWO, LoadedDatabase.received(LocalDate.of(2024, 5, 19)), replacement));
    refused("There is no submission 7", () -> replace(7, 2, 2));
    assertThat(numbers()).isEqualTo("A1 A2");

    replace(old.id(), 2, 2);
    refused(
        "does not count any more",
        () -> database.replaced(TWO, LoadedDatabase.received(LATER.plusDays(1)), replacement));
  }

  @Test
  void nothing_that_was_replaced_or_recorded_can_be_changed_even_by_the_owner_of_the_tables() {
    replace(old.id(), 2, 2);

    for (String attack :
        List.of(
            "UPDATE source.did_event_replaced SET replaced_by = 1",
            "DELETE FROM source.did_event_replaced",
            "TRUNCATE source.did_event_replaced",
            "UPDATE vault.record_replaced SET submission_id = 1",
            "DELETE FROM vault.record_replaced",
            "UPDATE source.person_change SET old_ref = new_ref",
            "UPDATE source.submission SET accepted = 0",
            "UPDATE source.submission SET state = 'ACCEPTED', replaced_by = NULL",
            "DELETE FROM source.submission")) {
      assertThatThrownBy(() -> database.run("SET ROLE guard_source; " + attack))
          .as(attack)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("append-only");
    }
  }

  private StoredSubmission replace(long submission, long rows, long newRows) {
    return database.replaced(
        OTHER_TWO, LoadedDatabase.received(LATER), new Replacement(submission, rows, newRows));
  }

  /** Accession numbers of the rows that count. */
  private String numbers() throws SQLException {
    return database.text(
        "SELECT string_agg(r.accession_number, ' ' ORDER BY r.accession_number)"
            + " FROM source.did_event JOIN vault.record r USING (record_ref)");
  }

  private static void refused(String why, Runnable load) {
    assertThatThrownBy(load::run)
        .isInstanceOf(InvalidSubmissionException.class)
        .hasMessageContaining(why);
  }
}
