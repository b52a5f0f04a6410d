package org.didaccess.release.engine;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * What one run releases. The guard opens the view by run and token and decides what it holds; the
 * plan only says in which order its columns leave and which months there are.
 *
 * @param run the recorded run
 * @param runToken the secret that the guard knows as a digest
 * @param columns what leaves, in order
 * @param partitions the months to read, each written to a file of its own
 */
public record ReleasePlan(
    UUID run, String runToken, List<ReleaseColumn> columns, List<YearMonth> partitions) {

  /** A plan without columns or with one twice makes no sense. */
  public ReleasePlan {
    columns = List.copyOf(columns);
    partitions = List.copyOf(partitions);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("A release has at least one column.");
    }
    if (columns.stream().map(ReleaseColumn::name).distinct().count() != columns.size()) {
      throw new IllegalArgumentException("A column stands twice in the release.");
    }
  }

  /** The same over other months. */
  public ReleasePlan over(List<YearMonth> months) {
    return new ReleasePlan(run, runToken, columns, months);
  }

  /** Whether the guard opens counts for this run, and not rows. */
  public boolean isOfCounts() {
    return CountColumns.areIn(columns);
  }

  /** Whether each row is a person under two agreements, and no examination. */
  public boolean isBridge() {
    return columns.stream().filter(column -> column.kind() == ColumnKind.PERSON_TOKEN).count() > 1;
  }

  @Override
  public String toString() {
    return "ReleasePlan[run=" + run + ", partitions=" + partitions.size() + "]";
  }
}
