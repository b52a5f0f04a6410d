package org.didaccess.source.domain.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Facts of one code, each true from a day (inclusive) to another (exclusive).
 *
 * @param <T> the fact
 */
public final class Timeline<T> {

  /**
   * One fact with its days.
   *
   * @param from the first day
   * @param until the first day on which it no longer holds, or null
   */
  public record Period<T>(LocalDate from, LocalDate until, T fact) {

    /** Whether it holds on that day. */
    public boolean holdsOn(LocalDate day) {
      return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
  }

  private final List<Period<T>> periods;

  /** Periods in any order; of two that hold on one day the later begun counts. */
  public Timeline(List<Period<T>> periods) {
    this.periods = periods.stream().sorted((a, b) -> b.from().compareTo(a.from())).toList();
  }

  /** Those of the facts alone that are meant, each with its own days. */
  public Timeline<T> of(Predicate<T> meant) {
    return new Timeline<>(periods.stream().filter(period -> meant.test(period.fact())).toList());
  }

  /** Whether nothing ever holds. */
  public boolean isEmpty() {
    return periods.isEmpty();
  }

  /** What holds on that day. */
  public Optional<T> on(LocalDate day) {
    for (Period<T> period : periods) {
      if (period.holdsOn(day)) {
        return Optional.of(period.fact());
      }
    }
    return Optional.empty();
  }

  /** What holds on that day, or else what held last before it. */
  public Optional<T> lastOn(LocalDate day) {
    for (Period<T> period : periods) {
      if (!day.isBefore(period.from())) {
        return Optional.of(period.fact());
      }
    }
    return Optional.empty();
  }

  /** Any of the facts: for what does not change over time. */
  public Optional<T> any() {
    return periods.stream().findFirst().map(Period::fact);
  }

  /** Whether any period holds on that day. */
  public boolean isLiveOn(LocalDate day) {
    return on(day).isPresent();
  }

  /**
   * Since when nothing holds any more, on a day when nothing does; empty where nothing held before.
   */
  public Optional<LocalDate> endedBefore(LocalDate day) {
    return periods.stream()
        .map(Period::until)
        .filter(until -> until != null && !day.isBefore(until))
        .max(LocalDate::compareTo);
  }

  /** Whether this fact holds on that day, beside others that may. */
  public boolean holds(T fact, LocalDate day) {
    return periods.stream().anyMatch(period -> period.fact().equals(fact) && period.holdsOn(day));
  }
}
