package org.didaccess.source.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.didaccess.source.Submissions.csv;
import static org.didaccess.source.Submissions.good;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.didaccess.db.rehearsal.Rehearsal;
import org.didaccess.shared.InvalidInput;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.PageRequest;
import org.didaccess.source.ItemQuality;
import org.didaccess.source.MonthQuality;
import org.didaccess.source.ProviderQuality;
import org.didaccess.source.ProviderStanding;
import org.didaccess.source.Punctuality;
import org.didaccess.source.RecordCounts;
import org.didaccess.source.Replacement;
import org.didaccess.source.RuleCount;
import org.didaccess.source.RuleTrend;
import org.didaccess.source.SubmissionMetadata;
import org.didaccess.source.SubmissionQuality;
import org.didaccess.source.Submissions;
import org.didaccess.source.application.QualityReports;
import org.didaccess.source.domain.Item;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reports tell of submissions that were really loaded. */
class QualityTest {

  private static final YearMonth APRIL = YearMonth.of(2024, 4);
  private static final YearMonth MAY = YearMonth.of(2024, 5);
  private static final Clock EARLY_JULY =
      Clock.fixed(Instant.parse("2024-07-02T09:00:00Z"), ZoneOffset.UTC);

  private LoadedDatabase database;
  private QualityReports reports;

  @BeforeEach
  void fresh_database() {
    database = LoadedDatabase.fresh();
    reports =
        new QualityReports(
            new JdbcSubmissionStore(database.loader()),
            new JdbcQualityStore(database.loader()),
            RuleFile.book(),
            EARLY_JULY);
  }

  @Test
  void a_submission_is_counted_by_rule_and_by_item() {
    long id =
        database
            .stored(
                csv(
                    good(),
                    good().with(Item.ACCESSION_NUMBER, "A2").with(Item.GENDER, "7"),
                    good().with(Item.ACCESSION_NUMBER, "A3").with(Item.GENDER, "8"),
                    good().with(Item.ACCESSION_NUMBER, "A4").without(Item.GENDER),
                    good().with(Item.ACCESSION_NUMBER, "A5").with(Item.REFERRER, "?")),
                LoadedDatabase.may())
            .id();

    SubmissionQuality report = reports.submission(id);

    assertThat(report.rules())
        .extracting(RuleCount::rule, RuleCount::severity, RuleCount::count)
        .containsExactly(tuple("DIDS014", "RECORD", 2L), tuple("DIDS023", "WARNING", 1L));
    assertThat(report.items()).hasSize(Item.COUNT);
    assertThat(of(report, Item.GENDER)).extracting(ItemQuality::filled).isEqualTo(4L);
    assertThat(of(report, Item.GENDER)).extracting(ItemQuality::valid).isEqualTo(2L);
    assertThat(of(report, Item.REFERRER)).extracting(ItemQuality::filled).isEqualTo(5L);
    assertThat(of(report, Item.REFERRER)).extracting(ItemQuality::valid).isEqualTo(4L);
    assertThat(of(report, Item.POSTCODE)).extracting(ItemQuality::valid).isEqualTo(5L);
    assertThat(report.submission().rows()).isEqualTo(5);
    assertThat(report.punctuality()).isEqualTo(Punctuality.IN_TIME);
  }

  @Test
  void a_rule_about_two_items_doubts_both() {
    long id =
        database
            .stored(
                csv(good(), good().with(Item.ACCESSION_NUMBER, "A2").with(Item.NICIP, "XZAB")),
                LoadedDatabase.may())
            .id();

    SubmissionQuality report = reports.submission(id);

    assertThat(report.rules()).extracting(RuleCount::rule).contains("DIDS082");
    assertThat(of(report, Item.NICIP).valid()).isEqualTo(1);
    assertThat(of(report, Item.SNOMED_CT).valid()).isEqualTo(1);
  }

  @Test
  void a_file_that_comes_again_changes_nothing() {
    long id = database.stored(csv(good()), LoadedDatabase.may()).id();
    SubmissionQuality before = reports.submission(id);

    assertThat(database.stored(csv(good()), LoadedDatabase.may()).alreadyLoaded()).isTrue();

    assertThat(reports.submission(id)).isEqualTo(before);
  }

  @Test
  void a_providers_months_stand_side_by_side_with_what_is_missing() {
    load(good(), APRIL, "2024-05-20");
    load(good().without(Item.GENDER).with(Item.ACCESSION_NUMBER, "B1"), MAY, "2024-07-01");

    ProviderQuality report = reports.provider("Z1A", YearMonth.of(2024, 1), YearMonth.of(2024, 7));

    assertThat(report.months())
        .extracting(MonthQuality::month)
        .as("from its first month on, the latest first")
        .containsExactly(YearMonth.of(2024, 7), YearMonth.of(2024, 6), MAY, APRIL);
    assertThat(report.months())
        .extracting(MonthQuality::punctuality)
        .containsExactly(Punctuality.DUE, Punctuality.DUE, Punctuality.LATE, Punctuality.IN_TIME);
    assertThat(report.months().get(2).records()).isEqualTo(new RecordCounts(1, 1, 0, 0));
    assertThat(report.trends())
        .filteredOn(trend -> trend.label().equals("gender"))
        .singleElement()
        .satisfies(
            gender -> {
              assertThat(gender.filled()).isZero();
              assertThat(gender.filledBefore()).isEqualTo(100.0);
            });
  }

  @Test
  void two_submissions_of_a_month_are_added_up() {
    load(good(), APRIL, "2024-05-20");
    load(good().with(Item.ACCESSION_NUMBER, "B1").without(Item.GENDER), APRIL, "2024-06-20");

    MonthQuality april = reports.provider("Z1A", APRIL, APRIL).months().get(0);

    assertThat(april.records().accepted()).isEqualTo(2);
    assertThat(april.receivedOn()).isEqualTo("2024-05-20");
    assertThat(april.items().get(Item.GENDER.column()).filled()).isEqualTo(1);
    assertThat(april.items().get(Item.SITE.column()).filled()).isEqualTo(2);
  }

  @Test
  void a_providers_month_is_counted_by_rule() {
    load(good(), APRIL, "2024-05-20");
    load(good().with(Item.ACCESSION_NUMBER, "B1").with(Item.GENDER, "7"), MAY, "2024-06-20");
    load(good().with(Item.ACCESSION_NUMBER, "B2").with(Item.REFERRER, "?"), MAY, "2024-06-21");

    ProviderQuality report = reports.provider("Z1A", APRIL, MAY);

    assertThat(report.months().get(0).rules())
        .extracting(RuleCount::rule, RuleCount::count)
        .as("a file of which nothing was accepted does not speak for what counts")
        .containsExactly(tuple("DIDS023", 1L));
    assertThat(report.ruleTrends())
        .extracting(RuleTrend::rule, RuleTrend::counts)
        .containsExactly(tuple("DIDS023", List.of(1L, 0L)));
    assertThat(report.months().get(0).brought()).isEqualTo(new RecordCounts(2, 1, 1, 1));
  }

  @Test
  void a_month_of_which_nothing_was_accepted_still_tells_why() {
    load(good().with(Item.GENDER, "7"), APRIL, "2024-05-20");

    MonthQuality april = reports.provider("Z1A", APRIL, APRIL).months().get(0);

    assertThat(april.records()).isEqualTo(new RecordCounts(1, 0, 1, 0));
    assertThat(april.rules()).extracting(RuleCount::rule).containsExactly("DIDS014");
  }

  @Test
  void records_that_are_corrected_by_their_key_count_once() {
    SubmissionMetadata may = new SubmissionMetadata("Z1A", LocalDate.of(2024, 5, 20), APRIL);
    SubmissionMetadata later = new SubmissionMetadata("Z1A", LocalDate.of(2024, 5, 27), APRIL);
    database.stored(
        csv(
            good().without(Item.GENDER),
            good().with(Item.ACCESSION_NUMBER, "A2").with(Item.REFERRER, "?"),
            good().with(Item.ACCESSION_NUMBER, "A3")),
        may);
    String two = csv(good(), good().with(Item.ACCESSION_NUMBER, "A2"));
    database.stored(two, later);

    MonthQuality april = reports.provider("Z1A", APRIL, APRIL).months().get(0);
    assertThat(april.records().accepted()).isEqualTo(3);
    assertThat(april.records().rows()).isEqualTo(3);
    assertThat(april.brought()).isEqualTo(new RecordCounts(5, 5, 0, 1));
    assertThat(april.items().get(Item.SITE.column()).filled()).isEqualTo(3);

    database.stored(
        csv(
            good(),
            good().with(Item.ACCESSION_NUMBER, "A2"),
            good().with(Item.ACCESSION_NUMBER, "A3")),
        new SubmissionMetadata("Z1A", LocalDate.of(2024, 5, 28), APRIL));
    MonthQuality all = reports.provider("Z1A", APRIL, APRIL).months().get(0);
    assertThat(all.records()).isEqualTo(new RecordCounts(3, 3, 0, 0));
    assertThat(all.items().get(Item.GENDER.column()).filled()).isEqualTo(3);
    assertThat(all.rules()).isEmpty();
    assertThat(all.brought().rows()).isEqualTo(8);
    assertThat(reports.month(APRIL, PageRequest.first()).items())
        .singleElement()
        .satisfies(standing -> assertThat(standing.records().accepted()).isEqualTo(3));
  }

  @Test
  void an_earlier_file_that_comes_late_counts_for_nothing() {
    database.stored(csv(good()), new SubmissionMetadata("Z1A", LocalDate.of(2024, 5, 27), APRIL));
    load(good().without(Item.GENDER), APRIL, "2024-05-20");

    MonthQuality april = reports.provider("Z1A", APRIL, APRIL).months().get(0);
    assertThat(april.records()).isEqualTo(new RecordCounts(1, 1, 0, 0));
    assertThat(april.items().get(Item.GENDER.column()).filled()).isEqualTo(1);
  }

  @Test
  void what_was_replaced_as_a_whole_or_withdrawn_was_brought_and_counts_no_more()
      throws SQLException {
    SubmissionMetadata april = new SubmissionMetadata("Z1A", LocalDate.of(2024, 5, 20), APRIL);
    long first = database.stored(csv(good(), good().with(Item.ACCESSION_NUMBER, "A2")), april).id();
    long second = database.replaced(csv(good()), april, new Replacement(first, 2, 1)).id();

    MonthQuality replaced = reports.provider("Z1A", APRIL, APRIL).months().get(0);
    assertThat(replaced.records()).isEqualTo(new RecordCounts(1, 1, 0, 0));
    assertThat(replaced.brought()).isEqualTo(new RecordCounts(3, 3, 0, 0));
    assertThat(replaced.items().get(Item.SITE.column()).filled()).isEqualTo(1);

    Rehearsal.in(database.database()).withdraw(second, 1);
    MonthQuality withdrawn = reports.provider("Z1A", APRIL, APRIL).months().get(0);
    assertThat(withdrawn.records()).isEqualTo(RecordCounts.NONE);
    assertThat(withdrawn.brought().rows()).isEqualTo(3);
    assertThat(withdrawn.items()).isEmpty();
  }

  @Test
  void a_month_lists_every_provider_known_by_then() {
    load("Z1A", good(), APRIL, "2024-05-20");
    load("Z1B", good().with(Item.ACCESSION_NUMBER, "B1"), APRIL, "2024-06-20");
    load("Z1B", good().with(Item.ACCESSION_NUMBER, "B2"), MAY, "2024-06-30");

    assertThat(reports.month(MAY, PageRequest.first()).items())
        .extracting(ProviderStanding::submitter, ProviderStanding::punctuality)
        .containsExactly(tuple("Z1A", Punctuality.MISSING), tuple("Z1B", Punctuality.IN_TIME));
    assertThat(reports.month(APRIL, new PageRequest(1, 1)))
        .satisfies(page -> assertThat(page.total()).isEqualTo(2))
        .satisfies(
            page ->
                assertThat(page.items())
                    .extracting(ProviderStanding::submitter)
                    .containsExactly("Z1B"));
    assertThat(reports.month(YearMonth.of(2024, 3), PageRequest.first()).items()).isEmpty();
  }

  @Test
  void a_month_that_was_withdrawn_is_missing_and_its_provider_still_known() throws SQLException {
    long sent = database.stored(csv(good()), LoadedDatabase.may()).id();
    YearMonth month = reports.submission(sent).submission().reportingMonth();
    Rehearsal.in(database.database()).withdraw(sent, 1);

    assertThat(reports.provider("Z1A", month, month).months())
        .singleElement()
        .satisfies(shown -> assertThat(shown.records()).isEqualTo(new RecordCounts(0, 0, 0, 0)));
    assertThat(reports.month(month, PageRequest.first()).items())
        .extracting(ProviderStanding::submitter)
        .containsExactly("Z1A");
  }

  @Test
  void what_is_not_there_is_said_to_be_not_there() {
    load(good(), APRIL, "2024-05-20");

    assertThatThrownBy(() -> reports.submission(1)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> reports.provider("Z9Z", null, null)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> reports.provider("Z1A", MAY, APRIL)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> reports.provider("Z1A", MAY.minusMonths(36), MAY))
        .isInstanceOf(InvalidInput.class);
    assertThat(reports.provider("Z1A", MAY.minusMonths(35), MAY).months()).hasSize(2);
  }

  private void load(Submissions record, YearMonth month, String received) {
    load("Z1A", record, month, received);
  }

  private void load(String submitter, Submissions record, YearMonth month, String received) {
    database.stored(
        csv(record), new SubmissionMetadata(submitter, LocalDate.parse(received), month));
  }

  private static ItemQuality of(SubmissionQuality report, Item item) {
    return report.items().get(item.column());
  }
}
