package org.didaccess.source.infrastructure.national;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Days on which something counts.
 *
 * @param since the first day, or null where it is not known
 * @param until the first day on which it no longer counts, or null
 */
record Span(LocalDate since, LocalDate until) {

  /** The same days in as few spans as can be, in their order. */
  static List<Span> joined(List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    spans.stream()
        .sorted(
            Comparator.comparing(
                Span::since, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder())))
        .forEach(
            span -> {
              Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
              if (last != null && last.reaches(span)) {
                joined.set(joined.size() - 1, last.with(span));
              } else {
                joined.add(span);
              }
            });
    return joined;
  }

  /** Of a span that begins no earlier. */
  private boolean reaches(Span later) {
    return until == null || later.since == null || !later.since.isAfter(until);
  }

  private Span with(Span later) {
    boolean endsFirst = until != null && (later.until == null || later.until.isAfter(until));
    return endsFirst ? later.endingFrom(since) : this;
  }

  private Span endingFrom(LocalDate begin) {
    return new Span(begin, until);
  }
}
