package org.didaccess.release.refresh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.didaccess.release.RefreshContent;
import org.didaccess.release.RefreshFigures;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.PartitionSink;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.engine.ReleasePlan;
import org.didaccess.release.engine.WrittenPartition;
import org.didaccess.shared.Sha256;

/**
 * Lays each month beside what the recipient holds of it while it is written. Both stand in the
 * order of their records' tokens, so that one pass finds what was added, changed and removed.
 */
public final class RefreshSink implements PartitionSink {

  private static final int HEX = 2 * HeldRow.TOKEN;
  private static final HexFormat DIGITS = HexFormat.of();

  private final RefreshPlan refresh;
  private final PartitionSink files;
  private final boolean withPeople;
  private final List<ReleaseColumn> columns;

  /**
   * A sink over the files of the package.
   *
   * @param approved what may leave
   * @param files takes the rows, with the columns that the refresh writes
   */
  public RefreshSink(RefreshPlan refresh, ReleasePlan approved, PartitionSink files) {
    this.refresh = refresh;
    this.files = files;
    this.withPeople = RefreshPlan.person(approved).isPresent();
    this.columns = approved.columns();
  }

  /** The plan by which the engine has to read for this sink. */
  public ReleasePlan reading(ReleasePlan approved) {
    return refresh.reading(approved);
  }

  @Override
  public PartitionWriter open(YearMonth month) throws IOException {
    return new Month(month);
  }

  /** One month. */
  private final class Month implements PartitionWriter {

    private final PartitionWriter file;
    private final HeldMonth.Writer now;
    private final MovedPeople.Writer moved;
    private final Optional<HeldMonth.Reader> before;
    private final MessageDigest digest = Sha256.digest();
    private final HeldRow row = new HeldRow();
    private boolean standsOnOld;
    private long added;
    private long changed;
    private long removed;
    private long held;
    private long movedRows;
    private byte[] line = new byte[1 << 10];

    /** What the recipient holds is opened first: where it is damaged, nothing else was begun. */
    private Month(YearMonth month) throws IOException {
      this.before = heldBefore(month);
      this.standsOnOld = goOn();
      this.file = files.open(month);
      this.now = new HeldMonth.Writer(refresh.now().folder(), month);
      this.moved = new MovedPeople.Writer(refresh.now().folder(), month);
    }

    private Optional<HeldMonth.Reader> heldBefore(YearMonth month) throws IOException {
      Optional<Holding> holding = refresh.before(month);
      return holding.isPresent()
          ? Optional.of(new HeldMonth.Reader(holding.get(), month))
          : Optional.empty();
    }

    @Override
    public void row(byte[] buffer, int offset, int length) throws IOException {
      int start = read(buffer, offset, length);
      int size = offset + length - start;
      removeUpTo(row);
      boolean known = standsOnOld && old().compareRecord(row) == 0;
      if (!known) {
        added++;
        write("added,", buffer, start, size);
      } else if (old().hasContentOf(row)) {
        keep(buffer, start, size);
      } else {
        changed++;
        write("changed,", buffer, start, size);
      }
      if (known) {
        noteMove();
        standsOnOld = goOn();
      }
      held++;
      now.write(row);
    }

    @Override
    public WrittenPartition commit() throws IOException {
      while (standsOnOld) {
        remove();
      }
      moved.publish();
      now.publish(new RefreshFigures(added, changed, removed, held, movedRows));
      return file.commit();
    }

    @Override
    public void close() throws IOException {
      try (file;
          now;
          moved) {
        if (before.isPresent()) {
          before.get().close();
        }
      }
    }

    /** Fills the row, and says where in the line the approved columns begin. */
    private int read(byte[] buffer, int offset, int length) {
      int start = token(buffer, offset, 0);
      if (withPeople) {
        start = token(buffer, start, HeldRow.TOKEN);
      }
      digest.update(buffer, start, offset + length - start);
      System.arraycopy(digest.digest(), 0, row.bytes(), 2 * HeldRow.TOKEN, HeldRow.DIGEST);
      return start;
    }

    /** An empty field is a person who is not known: zeros. */
    private int token(byte[] buffer, int offset, int target) {
      if (buffer[offset] == ',') {
        Arrays.fill(row.bytes(), target, target + HeldRow.TOKEN, (byte) 0);
        return offset + 1;
      }
      for (int at = 0; at < HeldRow.TOKEN; at++) {
        row.bytes()[target + at] =
            (byte)
                (HexFormat.fromHexDigit(buffer[offset + 2 * at]) << 4
                    | HexFormat.fromHexDigit(buffer[offset + 2 * at + 1]));
      }
      return offset + HEX + 1;
    }

    private void removeUpTo(HeldRow next) throws IOException {
      while (standsOnOld && old().compareRecord(next) < 0) {
        remove();
      }
    }

    private void remove() throws IOException {
      removed++;
      if (refresh.content() == RefreshContent.CHANGES) {
        byte[] gone = removedLine().getBytes(StandardCharsets.US_ASCII);
        file.row(gone, 0, gone.length);
      }
      standsOnOld = goOn();
    }

    private String removedLine() {
      StringBuilder text = new StringBuilder("removed");
      for (ReleaseColumn column : columns) {
        text.append(',');
        if (column.kind() == ColumnKind.RECORD_TOKEN) {
          text.append(DIGITS.formatHex(old().bytes(), 0, HeldRow.TOKEN));
        }
      }
      return text.append('\n').toString();
    }

    private void keep(byte[] buffer, int start, int size) throws IOException {
      if (refresh.content() == RefreshContent.FULL) {
        file.row(buffer, start, size);
      }
    }

    private void write(String change, byte[] buffer, int start, int size) throws IOException {
      if (refresh.content() == RefreshContent.FULL) {
        file.row(buffer, start, size);
        return;
      }
      int length = change.length() + size;
      if (line.length < length) {
        line = new byte[2 * length];
      }
      System.arraycopy(change.getBytes(StandardCharsets.US_ASCII), 0, line, 0, change.length());
      System.arraycopy(buffer, start, line, change.length(), size);
      file.row(line, 0, length);
    }

    private void noteMove() throws IOException {
      if (row.isOfAnotherPersonThan(old())) {
        movedRows++;
        moved.write(old(), row);
      }
    }

    private HeldRow old() {
      return before.orElseThrow().row();
    }

    private boolean goOn() throws IOException {
      return before.isPresent() && before.get().next();
    }
  }
}
