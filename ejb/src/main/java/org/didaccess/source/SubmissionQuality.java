package org.didaccess.source;

import java.util.List;

/**
 * What the checks found in one stored submission.
 *
 * @param submission which one
 * @param submitterName the submitting organisation's name, or its code where none is known
 * @param punctuality whether it came in time
 * @param rules the rules that were broken, the most findings first
 * @param items how well each item was filled, in the order of a record; none where the submission
 *     was stored before these were counted
 */
public record SubmissionQuality(
    SubmissionSummary submission,
    String submitterName,
    Punctuality punctuality,
    List<RuleCount> rules,
    List<ItemQuality> items) {

  /** Keeps its own copies of the lists. */
  public SubmissionQuality {
    rules = List.copyOf(rules);
    items = List.copyOf(items);
  }
}
