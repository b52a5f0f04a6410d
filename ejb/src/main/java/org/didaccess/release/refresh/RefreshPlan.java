package org.didaccess.release.refresh;

import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.didaccess.release.RefreshContent;
import org.didaccess.release.RefreshFigures;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.engine.ReleasePlan;

/**
 * How the rows of a refresh are read: the record's token stands before each row, and the person's
 * where people are released, so that a row can be laid beside the one that the recipient holds.
 *
 * @param content all rows or changes
 * @param before what the recipient holds; empty where they hold nothing that is known
 * @param now where it is kept what they hold afterwards
 */
public record RefreshPlan(RefreshContent content, Optional<Holding> before, Holding now) {

  private static final ReleaseColumn RECORD =
      new ReleaseColumn("record_ref", "RECORD_OF_ROW", ColumnKind.RECORD_TOKEN);

  /** The plan by which the engine reads. */
  ReleasePlan reading(ReleasePlan approved) {
    List<ReleaseColumn> columns = new ArrayList<>();
    columns.add(RECORD);
    person(approved)
        .map(column -> new ReleaseColumn(column.source(), "PERSON_OF_ROW", column.kind()))
        .ifPresent(columns::add);
    columns.addAll(approved.columns());
    return new ReleasePlan(approved.run(), approved.runToken(), columns, approved.partitions());
  }

  /**
   * The months that are written. A month of which only the recipient holds rows, because the source
   * has none left, is one of the changes: all its rows are removed.
   *
   * @throws DamagedHoldingException where it is not known any more what the recipient holds
   */
  public ReleasePlan over(ReleasePlan approved) throws IOException {
    if (content == RefreshContent.FULL) {
      return approved;
    }
    SortedSet<YearMonth> months = new TreeSet<>(approved.partitions());
    months.addAll(monthsBefore());
    return approved.over(List.copyOf(months));
  }

  /**
   * What became of the rows.
   *
   * @param written the months that were written
   */
  public RefreshFigures figures(Collection<YearMonth> written) throws IOException {
    List<YearMonth> gone = new ArrayList<>(monthsBefore());
    gone.removeAll(written);
    long removed = gone.isEmpty() ? 0 : before.orElseThrow().figures(gone).held();
    long moved = MovedPeople.countAcrossMonths(now.folder());
    return now.figures(written).plus(new RefreshFigures(0, 0, removed, 0, moved));
  }

  /** What the recipient holds of a month; nothing where it is new to them. */
  Optional<Holding> before(YearMonth month) throws IOException {
    return monthsBefore().contains(month) ? before : Optional.empty();
  }

  /** The months of which the recipient holds rows. */
  List<YearMonth> monthsBefore() throws IOException {
    return before.isPresent() ? before.get().months() : List.of();
  }

  /** The columns of the files. */
  public List<ReleaseColumn> written(ReleasePlan approved) {
    return content == RefreshContent.CHANGES
        ? ChangeColumn.before(approved.columns())
        : approved.columns();
  }

  static Optional<ReleaseColumn> person(ReleasePlan approved) {
    return approved.columns().stream()
        .filter(column -> column.kind() == ColumnKind.PERSON_TOKEN)
        .findFirst();
  }
}
