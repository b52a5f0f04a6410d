package org.didaccess.source.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.didaccess.source.Submissions.csv;
import static org.didaccess.source.Submissions.good;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.didaccess.db.rehearsal.OrderedRun;
import org.didaccess.db.rehearsal.Rehearsal;
import org.didaccess.db.rehearsal.RehearsedAgreement;
import org.didaccess.db.rehearsal.Terms;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.StoredSubmission;
import org.didaccess.source.SubmissionMetadata;
import org.didaccess.source.domain.Item;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of rows, people and releases when a provider takes a submission back. */
class WithdrawingTest {

  private static final String TWO = csv(good(), good().with(Item.ACCESSION_NUMBER, "A2"));
  private static final String KEY =
      "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

  private LoadedDatabase database;
  private Rehearsal rehearsal;
  private StoredSubmission stored;

  @BeforeEach
  void a_submission_of_two_rows() throws SQLException {
    database = LoadedDatabase.fresh();
    rehearsal = Rehearsal.in(database.database());
    stored = database.stored(TWO, LoadedDatabase.may());
  }

  @Test
  void its_rows_count_no_more_and_are_kept_aside() throws SQLException {
    rehearsal.withdraw(stored.id(), 2);

    assertThat(accessionNumbers("vault.record")).isNull();
    assertThat(database.number("SELECT count(*) FROM source.did_event")).isZero();
    assertThat(accessionNumbers("vault.record_replaced")).isEqualTo("A1 A2");
    assertThat(
            database.number(
                "SELECT count(*) FROM source.did_event_replaced WHERE replaced_by IS NULL"
                    + " AND submission_id = "
                    + stored.id()))
        .isEqualTo(2);
  }

  @Test
  void the_submission_and_the_trail_tell_of_it_and_nothing_of_it_can_be_changed()
      throws SQLException {
    rehearsal.withdraw(stored.id(), 2);

    assertThat(database.text("SELECT state FROM source.submission")).isEqualTo("WITHDRAWN");
    assertThat(database.text("SELECT reason || ' ' || withdrawn_rows FROM source.withdrawal"))
        .isEqualTo("sent by mistake 2");
    assertThat(
            database.text(
                "SELECT string_agg(act, ' ' ORDER BY act) FROM audit.event"
                    + " WHERE chain_kind = 'submission'"))
        .isEqualTo("loaded withdraw_submission withdrawn");
    for (String change :
        List.of(
            "DELETE FROM source.withdrawal",
            "UPDATE source.submission SET state = 'ACCEPTED'",
            "DELETE FROM source.did_event_replaced")) {
      assertThatThrownBy(() -> database.run(change)).hasMessageContaining("append-only");
    }
  }

  @Test
  void people_are_grouped_as_if_the_rows_had_never_come_and_the_history_tells_both_moves()
      throws SQLException {
    LoadedDatabase other = LoadedDatabase.fresh();
    other.load(
        csv(
            good()
                .without(Item.NHS_NUMBER, Item.NHS_NUMBER_STATUS)
                .with(Item.ACCESSION_NUMBER, "B1")),
        fromAnother());
    String alone = other.people().get("B1");
    StoredSubmission verified = other.stored(TWO, LoadedDatabase.may());
    assertThat(other.people().get("B1")).isNotEqualTo(alone);

    Rehearsal.in(other.database()).withdraw(verified.id(), 2);

    assertThat(other.people()).containsExactly(entry("B1", alone));
    assertThat(
            other.text(
                "SELECT string_agg(by_withdrawal::text, ' ' ORDER BY by_withdrawal)"
                    + " FROM source.person_change WHERE submission_id = "
                    + verified.id()))
        .isEqualTo("false true");
  }

  @Test
  void an_earlier_form_of_a_corrected_record_does_not_come_back_in_whatever_order_they_came()
      throws SQLException {
    String earlier = csv(good().with(Item.GENDER, "1"), good().with(Item.ACCESSION_NUMBER, "A7"));
    SubmissionMetadata before = LoadedDatabase.received(LocalDate.of(2024, 5, 10));
    rehearsal.withdraw(stored.id(), 2);
    database.load(earlier, before);

    LoadedDatabase other = LoadedDatabase.fresh();
    other.load(earlier, before);
    StoredSubmission correction = other.stored(TWO, LoadedDatabase.may());
    Rehearsal.in(other.database()).withdraw(correction.id(), 2);

    assertThat(accessionNumbers("vault.record")).isEqualTo("A7");
    assertThat(
            other.text(
                "SELECT string_agg(accession_number, ' ' ORDER BY accession_number)"
                    + " FROM vault.record"))
        .isEqualTo("A7");
  }

  @Test
  void what_is_sent_again_later_counts_and_the_withdrawn_file_itself_is_refused()
      throws SQLException {
    rehearsal.withdraw(stored.id(), 2);

    assertThatThrownBy(() -> database.load(TWO, LoadedDatabase.may()))
        .isInstanceOf(InvalidSubmissionException.class)
        .hasMessageContaining("was withdrawn")
        .hasMessageContaining("the day on which it was sent again");
    database.load(TWO, LoadedDatabase.received(LocalDate.of(2024, 5, 25)));
    assertThat(accessionNumbers("vault.record")).isEqualTo("A1 A2");
  }

  @Test
  void it_takes_a_data_manager_a_reason_and_the_number_of_rows_and_happens_once()
      throws SQLException {
    refused("This needs the role data-manager", withdrawal("rosa.researcher", "a reason", 2));
    refused("Give a reason", withdrawal("dana.manager", "  ", 2));
    refused("another number of rows", withdrawal("dana.manager", "a reason", 3));
    refused("There is no submission", () -> rehearsal.withdraw(1, 2));
    assertThat(accessionNumbers("vault.record")).isEqualTo("A1 A2");

    rehearsal.withdraw(stored.id(), 2);
    refused("does not count any more", () -> rehearsal.withdraw(stored.id(), 2));
  }

  @Test
  void no_login_takes_rows_out_beside_the_guard() {
    for (String login : List.of("did_app", "did_loader", "did_release", "did_auditor")) {
      refused(
          "permission denied",
          () ->
              call(
                  login,
                  "SELECT source.withdraw(?, ?, 'beside the guard', 2)",
                  stored.id(),
                  rehearsal.person("dana.manager")));
    }
    refused(
        "permission denied",
        () ->
            call(
                "did_loader",
                "SELECT guard.withdraw_submission(?, ?, 'a reason', 2)",
                stored.id(),
                rehearsal.person("dana.manager")));
  }

  @Test
  void releases_that_read_the_rows_are_named_with_how_many_and_are_not_published_any_more()
      throws SQLException {
    RehearsedAgreement agreement = agreement("2024-04-01", "2024-04-30");
    OrderedRun reader = read(agreement);
    OrderedRun ofAnotherMonth = read(agreement("2024-01-01", "2024-01-31"));

    rehearsal.withdraw(stored.id(), 2);
    OrderedRun afterwards = read(agreement);

    assertThat(holders()).isEqualTo(reader.id() + "=2");
    refused("withdrawn by their provider", () -> agreement.publish(reader));
    agreement.publish(afterwards);
    assertThat(ofAnotherMonth.id()).isNotEqualTo(reader.id());
  }

  @Test
  void a_release_that_was_read_before_the_rows_came_does_not_hold_them() throws SQLException {
    read(agreement("2024-04-01", "2024-04-30"));
    StoredSubmission later =
        database.stored(csv(good().with(Item.ACCESSION_NUMBER, "C1")), fromAnother());

    rehearsal.withdraw(later.id(), 1);

    assertThat(holders()).isNull();
  }

  @Test
  void rows_that_were_replaced_before_a_release_was_read_are_not_counted_for_it()
      throws SQLException {
    database.load(csv(good()), LoadedDatabase.received(LocalDate.of(2024, 5, 25)));
    database.run(
        "ALTER TABLE source.submission DISABLE TRIGGER only_replaced;"
            + " UPDATE source.submission SET loaded_at = loaded_at - interval '1 hour';"
            + " ALTER TABLE source.submission ENABLE ALWAYS TRIGGER only_replaced");
    OrderedRun reader = read(agreement("2024-04-01", "2024-04-30"));

    rehearsal.withdraw(stored.id(), 2);

    assertThat(holders()).isEqualTo(reader.id() + "=1");
  }

  @Test
  void a_session_that_never_said_that_it_was_done_is_taken_to_have_read_for_a_day()
      throws SQLException {
    OrderedRun silent = agreement("2024-04-01", "2024-04-30").order();
    call("did_release", "SELECT guard.open_release(?, ?)", silent.id(), silent.token());
    StoredSubmission later =
        database.stored(csv(good().with(Item.ACCESSION_NUMBER, "C1")), fromAnother());

    rehearsal.withdraw(later.id(), 1);

    assertThat(holders()).isEqualTo(silent.id() + "=1");
  }

  private RehearsedAgreement agreement(String from, String to) throws SQLException {
    return rehearsal.agreement(
        new Terms(List.of("AGE", "MODALITY_ID"), LocalDate.parse(from), LocalDate.parse(to), KEY));
  }

  private OrderedRun read(RehearsedAgreement agreement) throws SQLException {
    OrderedRun run = agreement.order();
    try (Connection release = database.database().connect("did_release");
        PreparedStatement open = release.prepareStatement("SELECT guard.open_release(?, ?)");
        PreparedStatement close = release.prepareStatement("SELECT guard.close_release()")) {
      open.setObject(1, run.id());
      open.setString(2, run.token());
      open.execute();
      close.execute();
    }
    return run;
  }

  private ThrowingCallable withdrawal(String login, String reason, long rows) {
    return () ->
        call(
            "did_app",
            "SELECT count(*) FROM guard.withdraw_submission(?, ?, ?, ?)",
            stored.id(),
            rehearsal.person(login),
            reason,
            rows);
  }

  private void call(String login, String sql, Object... values) throws SQLException {
    try (Connection connection = database.database().connect(login);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }

  private static void refused(String words, ThrowingCallable attempt) {
    assertThatThrownBy(attempt).isInstanceOf(SQLException.class).hasMessageContaining(words);
  }

  private static SubmissionMetadata fromAnother() {
    return new SubmissionMetadata("Z1B", LocalDate.of(2024, 5, 20), YearMonth.of(2024, 5));
  }

  private String holders() throws SQLException {
    return database.text(
        "SELECT string_agg(run_id || '=' || held_rows, ' ') FROM source.withdrawn_release");
  }

  private String accessionNumbers(String table) throws SQLException {
    return database.text(
        "SELECT string_agg(accession_number, ' ' ORDER BY accession_number) FROM " + table);
  }
}
