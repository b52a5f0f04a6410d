package org.didaccess.source;

import java.util.List;

/**
 * How often one rule was broken, month against month.
 *
 * @param rule its id, such as DIDS001
 * @param wording what a provider is told
 * @param counts findings, a month each, in the order of the report's months
 */
public record RuleTrend(String rule, String wording, List<Long> counts) {

  /** Keeps its own copy of the list. */
  public RuleTrend {
    counts = List.copyOf(counts);
  }

  /** In all of the months. */
  public long total() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }
}
