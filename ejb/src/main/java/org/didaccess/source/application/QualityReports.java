package org.didaccess.source.application;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.didaccess.shared.InvalidInput;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.source.ItemQuality;
import org.didaccess.source.MonthCount;
import org.didaccess.source.MonthQuality;
import org.didaccess.source.ProviderQuality;
import org.didaccess.source.ProviderStanding;
import org.didaccess.source.Punctuality;
import org.didaccess.source.QualityUseCases;
import org.didaccess.source.RecordCounts;
import org.didaccess.source.RuleCount;
import org.didaccess.source.SubmissionQuality;
import org.didaccess.source.SubmissionSummary;
import org.didaccess.source.application.QualityStore.Received;
import org.didaccess.source.application.QualityStore.Sender;
import org.didaccess.source.domain.Rule;
import org.didaccess.source.domain.RuleBook;

/** Puts stored counts together into reports. */
public final class QualityReports implements QualityUseCases {

  private static final int USUAL_MONTHS = 12;
  private static final Received NOTHING = new Received(null, RecordCounts.NONE, RecordCounts.NONE);

  private final SubmissionStore submissions;
  private final QualityStore store;
  private final RuleBook rules;
  private final Clock clock;

  /**
   * Reports over these stores.
   *
   * @param rules words for the rules' ids
   * @param clock says what is due
   */
  public QualityReports(
      SubmissionStore submissions, QualityStore store, RuleBook rules, Clock clock) {
    this.submissions = submissions;
    this.store = store;
    this.rules = rules;
    this.clock = clock;
  }

  @Override
  public SubmissionQuality submission(long id) {
    SubmissionSummary summary = submissions.find(id).orElseThrow(() -> new NotFound("submission"));
    return new SubmissionQuality(
        summary,
        name(summary.submitter()),
        Punctuality.of(summary.reportingMonth(), summary.receivedOn(), today()),
        counts(store.findings(id)),
        store.items(id));
  }

  private List<RuleCount> counts(Map<String, Long> findings) {
    return findings.entrySet().stream()
        .map(found -> count(rules.rule(found.getKey()), found.getValue()))
        .sorted(Comparator.comparingLong(RuleCount::count).reversed())
        .toList();
  }

  private static RuleCount count(Rule rule, long findings) {
    return new RuleCount(rule.id(), rule.severity().name(), rule.item(), rule.wording(), findings);
  }

  @Override
  public List<MonthCount> cut(long submission) {
    return store.cut(submission);
  }

  @Override
  public ProviderQuality provider(String submitter, YearMonth from, YearMonth to) {
    YearMonth last = to == null ? YearMonth.from(today()) : to;
    YearMonth asked = from == null ? last.minusMonths(USUAL_MONTHS - 1L) : from;
    long length = ChronoUnit.MONTHS.between(asked, last) + 1;
    if (length < 1 || length > MOST_MONTHS) {
      throw new InvalidInput(
          "from", "Give a first month that is not after the last, and at most 36 months.");
    }
    YearMonth began = store.firstMonth(submitter).orElseThrow(() -> new NotFound("submitter"));
    YearMonth first = began.isAfter(asked) ? began : asked;
    Map<YearMonth, Received> received = store.months(submitter, first, last);
    Map<YearMonth, List<ItemQuality>> items = store.items(submitter, first, last);
    Map<YearMonth, Map<String, Long>> findings = store.findings(submitter, first, last);
    return new ProviderQuality(
        submitter,
        name(submitter),
        LongStream.range(0, Math.max(0, ChronoUnit.MONTHS.between(first, last) + 1))
            .mapToObj(last::minusMonths)
            .map(
                month ->
                    month(
                        month,
                        received.getOrDefault(month, NOTHING),
                        items.getOrDefault(month, List.of()),
                        findings.getOrDefault(month, Map.of())))
            .toList());
  }

  private MonthQuality month(
      YearMonth month, Received received, List<ItemQuality> items, Map<String, Long> findings) {
    return new MonthQuality(
        month,
        received.on(),
        Punctuality.of(month, received.on(), today()),
        received.records(),
        received.brought(),
        items,
        counts(findings));
  }

  @Override
  public Page<ProviderStanding> month(YearMonth month, PageRequest page) {
    YearMonth asked = month == null ? YearMonth.from(today()) : month;
    Function<Sender, ProviderStanding> standing =
        provider ->
            new ProviderStanding(
                provider.submitter(),
                provider.name(),
                provider.received().on(),
                Punctuality.of(asked, provider.received().on(), today()),
                provider.received().records());
    return store.providers(asked, page).map(standing);
  }

  private String name(String submitter) {
    return store.name(submitter).orElse(submitter);
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
