package org.didaccess.release.refresh;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.YearMonth;
import org.didaccess.release.RefreshFigures;
import org.didaccess.shared.Sha256;
import org.didaccess.shared.StagedFile;

/**
 * The rows of one month that a recipient holds, as a file: 40 bytes a row, then the figures of the
 * refresh that left them, then a digest of it all, so that a file that was cut or changed is never
 * taken for the truth.
 */
final class HeldMonth {

  private static final int FIGURES = 5 * Long.BYTES;
  private static final int DIGEST = 32;
  private static final int BUFFER = 256 << 10;

  private HeldMonth() {}

  static Path file(Path folder, YearMonth month) {
    return folder.resolve(month + ".held");
  }

  /** The figures that stand at the end of a month's file. */
  static RefreshFigures figures(Path folder, YearMonth month) throws IOException {
    Path file = file(folder, month);
    try (InputStream content = Files.newInputStream(file)) {
      content.skipNBytes(Files.size(file) - FIGURES - DIGEST);
      ByteBuffer figures = ByteBuffer.wrap(content.readNBytes(FIGURES));
      return new RefreshFigures(
          figures.getLong(),
          figures.getLong(),
          figures.getLong(),
          figures.getLong(),
          figures.getLong());
    }
  }

  /** Reads a month row by row, and proves at its end that it is whole. */
  static final class Reader implements Closeable {

    private final Holding holding;
    private final MessageDigest digest = Sha256.digest();
    private final DataInputStream content;
    private final HeldRow row = new HeldRow();
    private long left;

    Reader(Holding holding, YearMonth month) throws IOException {
      this.holding = holding;
      Path file = file(holding.folder(), month);
      try {
        long rows = Files.size(file) - FIGURES - DIGEST;
        if (rows < 0 || rows % HeldRow.BYTES != 0) {
          throw damaged(null);
        }
        this.left = rows / HeldRow.BYTES;
        this.content =
            new DataInputStream(
                new DigestInputStream(
                    new BufferedInputStream(Files.newInputStream(file), BUFFER), digest));
      } catch (NoSuchFileException lost) {
        throw damaged(lost);
      }
    }

    /** Goes on to the next row; false after the last. */
    boolean next() throws IOException {
      try {
        if (left == 0) {
          prove();
        }
        if (left <= 0) {
          return false;
        }
        left--;
        content.readFully(row.bytes());
        return true;
      } catch (EOFException cut) {
        content.close();
        throw damaged(cut);
      }
    }

    /** The row that it stands on, until it goes on. */
    HeldRow row() {
      return row;
    }

    private void prove() throws IOException {
      left = -1;
      content.readFully(new byte[FIGURES]);
      byte[] found = digest.digest();
      byte[] stated = content.readNBytes(DIGEST);
      if (!MessageDigest.isEqual(found, stated)) {
        content.close();
        throw damaged(null);
      }
    }

    private DamagedHoldingException damaged(IOException cause) throws IOException {
      holding.distrust();
      return new DamagedHoldingException(cause);
    }

    @Override
    public void close() throws IOException {
      content.close();
    }
  }

  /** Writes a month; it appears under its name only when it is whole and on disk. */
  static final class Writer implements Closeable {

    private final StagedFile file;
    private final MessageDigest digest = Sha256.digest();
    private final OutputStream content;

    Writer(Path folder, YearMonth month) throws IOException {
      this.file = new StagedFile(file(folder, month));
      this.content =
          new DigestOutputStream(new BufferedOutputStream(file.stream(), BUFFER), digest);
    }

    void write(HeldRow row) throws IOException {
      content.write(row.bytes());
    }

    void publish(RefreshFigures figures) throws IOException {
      content.write(
          ByteBuffer.allocate(FIGURES)
              .putLong(figures.added())
              .putLong(figures.changed())
              .putLong(figures.removed())
              .putLong(figures.held())
              .putLong(figures.moved())
              .array());
      content.write(digest.digest());
      content.flush();
      file.publish();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
