package org.didaccess.release.refresh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.didaccess.release.RefreshFigures;
import org.didaccess.release.engine.KeyedRowSorter;
import org.didaccess.release.engine.RowSink;

/**
 * Records that left one month and stand in another as somebody else's, because a correction changed
 * the day of the test and the person at once. No month shows that by itself: of one a row is
 * removed, to another a row is added. So the rows that went and those that came are ordered by
 * their records' tokens, where the two of one record meet.
 */
final class MovedBetweenMonths {

  /** Stands behind the record's token; of one record, the row that came is handed on first. */
  private static final byte CAME = 1;

  private static final byte WENT = 2;
  private static final int PERSON = HeldRow.TOKEN + 1;
  private static final int LINE = PERSON + HeldRow.TOKEN;

  private final RefreshPlan refresh;

  MovedBetweenMonths(RefreshPlan refresh) {
    this.refresh = refresh;
  }

  /**
   * Notes former and present person of each such record.
   *
   * @param written the months that were written
   */
  void note(Collection<YearMonth> written, KeyedRowSorter sorter, MovedPeople.Writer pairs)
      throws IOException {
    RefreshFigures figures = refresh.figures(written);
    if (figures.added() == 0 || figures.removed() == 0) {
      return;
    }
    sorter.clear();
    SortedSet<YearMonth> months = new TreeSet<>(written);
    months.addAll(refresh.monthsBefore());
    for (YearMonth month : months) {
      gather(month, written.contains(month), sorter);
    }
    sorter.drain(new Meeting(pairs));
  }

  private void gather(YearMonth month, boolean written, KeyedRowSorter sorter) throws IOException {
    try (Rows before = new Rows(refresh.before(month), month);
        Rows now = new Rows(written ? Optional.of(refresh.now()) : Optional.empty(), month)) {
      while (before.stands() || now.stands()) {
        int order = before.compareTo(now);
        if (order < 0) {
          add(before.row(), WENT, sorter);
        } else if (order > 0) {
          add(now.row(), CAME, sorter);
        }
        if (order <= 0) {
          before.goOn();
        }
        if (order >= 0) {
          now.goOn();
        }
      }
    }
  }

  private static void add(HeldRow row, byte side, KeyedRowSorter sorter) throws IOException {
    byte[] line =
        ByteBuffer.allocate(LINE)
            .put(row.bytes(), 0, HeldRow.TOKEN)
            .put(side)
            .put(row.bytes(), HeldRow.TOKEN, HeldRow.TOKEN)
            .array();
    sorter.add(line, line, LINE);
  }

  /** The rows of one month in order; none where there is no such month. */
  private static final class Rows implements AutoCloseable {

    private final HeldMonth.Reader reader;
    private boolean stands;

    private Rows(Optional<Holding> holding, YearMonth month) throws IOException {
      this.reader = holding.isPresent() ? new HeldMonth.Reader(holding.get(), month) : null;
      goOn();
    }

    private boolean stands() {
      return stands;
    }

    private HeldRow row() {
      return reader.row();
    }

    private void goOn() throws IOException {
      stands = reader != null && reader.next();
    }

    /** A side that is at its end stands after every row. */
    private int compareTo(Rows other) {
      if (stands && other.stands) {
        return row().compareRecord(other.row());
      }
      return stands ? -1 : 1;
    }

    @Override
    public void close() throws IOException {
      if (reader != null) {
        reader.close();
      }
    }
  }

  /** Both rows of one record follow on each other. */
  private static final class Meeting implements RowSink {

    private final MovedPeople.Writer pairs;
    private byte[] last = new byte[LINE];

    private Meeting(MovedPeople.Writer pairs) {
      this.pairs = pairs;
    }

    @Override
    public void row(byte[] buffer, int offset, int length) throws IOException {
      byte[] line = Arrays.copyOfRange(buffer, offset, offset + length);
      if (line[HeldRow.TOKEN] == WENT && last[HeldRow.TOKEN] == CAME) {
        note(heldRow(line), heldRow(last));
      }
      last = line;
    }

    private void note(HeldRow former, HeldRow present) throws IOException {
      if (present.compareRecord(former) == 0 && present.isOfAnotherPersonThan(former)) {
        pairs.write(former, present);
      }
    }

    private static HeldRow heldRow(byte[] line) {
      HeldRow row = new HeldRow();
      System.arraycopy(line, 0, row.bytes(), 0, HeldRow.TOKEN);
      System.arraycopy(line, PERSON, row.bytes(), HeldRow.TOKEN, HeldRow.TOKEN);
      return row;
    }
  }
}
