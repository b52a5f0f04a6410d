package org.didaccess.source;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A provider, month against month.
 *
 * @param submitter ODS code
 * @param name its name, or its code where none is known
 * @param months without a gap, the latest first; a month in which nothing came is among them
 */
public record ProviderQuality(String submitter, String name, List<MonthQuality> months) {

  /** Keeps its own copy of the list. */
  public ProviderQuality {
    months = List.copyOf(months);
  }

  /** The months whose items were counted, the latest first. */
  public List<MonthQuality> counted() {
    return months.stream().filter(month -> !month.items().isEmpty()).toList();
  }

  /** The latest counted month against the one counted before it, item by item. */
  public List<ItemTrend> trends() {
    List<MonthQuality> counted = counted();
    if (counted.isEmpty()) {
      return List.of();
    }
    MonthQuality latest = counted.get(0);
    MonthQuality before = counted.size() < 2 ? null : counted.get(1);
    return IntStream.range(0, latest.items().size())
        .mapToObj(item -> trend(latest, before, item))
        .toList();
  }

  /** Each rule that was broken, month against month; the most findings first. */
  public List<RuleTrend> ruleTrends() {
    return months.stream()
        .flatMap(month -> month.rules().stream())
        .collect(Collectors.toMap(RuleCount::rule, RuleCount::wording, (one, same) -> one))
        .entrySet()
        .stream()
        .map(rule -> new RuleTrend(rule.getKey(), rule.getValue(), findings(rule.getKey())))
        .sorted(
            Comparator.comparingLong(RuleTrend::total).reversed().thenComparing(RuleTrend::rule))
        .toList();
  }

  private List<Long> findings(String rule) {
    return months.stream()
        .map(
            month ->
                month.rules().stream()
                    .filter(count -> count.rule().equals(rule))
                    .mapToLong(RuleCount::count)
                    .sum())
        .toList();
  }

  private static ItemTrend trend(MonthQuality latest, MonthQuality before, int item) {
    ItemQuality now = latest.items().get(item);
    ItemQuality then = before == null ? null : before.items().get(item);
    return new ItemTrend(
        now.label(),
        latest.share(now.filled()),
        then == null ? null : before.share(then.filled()),
        latest.share(now.valid()),
        then == null ? null : before.share(then.valid()));
  }
}
