package org.didaccess.release.refresh;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import org.didaccess.release.engine.KeyedRowSorter;
import org.didaccess.release.engine.RowSink;
import org.didaccess.shared.Sha256;
import org.didaccess.shared.StagedFile;

/**
 * Which person tokens took the place of which: people were merged or split. A record's former and
 * present person, each pair once, ordered by the former. A month's file is its pairs and a digest
 * of them: without it, pairs that a crash took away would not be missed.
 */
public final class MovedPeople {

  /** The columns of the list. */
  public static final String HEADER = "FORMER_TOKEN_PERSON_ID,TOKEN_PERSON_ID\n";

  private static final int PAIR = 2 * HeldRow.TOKEN;
  private static final int DIGEST = 32;
  private static final HexFormat DIGITS = HexFormat.of();

  private final RefreshPlan refresh;
  private final Path folder;

  /** Those of a refresh whose months are written. */
  public MovedPeople(RefreshPlan refresh) {
    this.refresh = refresh;
    this.folder = refresh.now().folder();
  }

  /**
   * Hands on the list as lines of CSV, without a header.
   *
   * @param months those that were written
   * @param sorter orders them in bounded memory
   * @return how many pairs there are
   * @throws IOException where the file of a month is not whole
   */
  public long drain(Collection<YearMonth> months, KeyedRowSorter sorter, RowSink target)
      throws IOException {
    try (Writer across = new Writer(acrossMonths(folder))) {
      new MovedBetweenMonths(refresh).note(months, sorter, across);
      across.publish();
    }
    sorter.clear();
    for (YearMonth month : months) {
      gather(ofMonth(folder, month), sorter);
    }
    gather(acrossMonths(folder), sorter);
    Once once = new Once(target);
    sorter.drain(once);
    return once.count;
  }

  private static void gather(Path file, KeyedRowSorter sorter) throws IOException {
    MessageDigest digest = Sha256.digest();
    long left = (Files.size(file) - DIGEST) / PAIR;
    try (DataInputStream content =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      byte[] pair = new byte[PAIR];
      for (; left > 0; left--) {
        content.readFully(pair);
        digest.update(pair);
        byte[] line = line(pair);
        sorter.add(pair, line, line.length);
      }
      if (!MessageDigest.isEqual(digest.digest(), content.readAllBytes())) {
        throw new IOException("The list of moved people " + file.getFileName() + " is not whole.");
      }
    }
  }

  private static byte[] line(byte[] pair) {
    return (DIGITS.formatHex(pair, 0, HeldRow.TOKEN)
            + ","
            + DIGITS.formatHex(pair, HeldRow.TOKEN, PAIR)
            + "\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static Path ofMonth(Path folder, YearMonth month) {
    return folder.resolve(month + ".moved");
  }

  private static Path acrossMonths(Path folder) {
    return folder.resolve("across-months.moved");
  }

  /** How many records changed their month and their person at once, as far as they were noted. */
  static long countAcrossMonths(Path folder) throws IOException {
    Path file = acrossMonths(folder);
    return Files.exists(file) ? (Files.size(file) - DIGEST) / PAIR : 0;
  }

  /** Equal lines stand side by side: each is handed on once. */
  private static final class Once implements RowSink {

    private final RowSink target;
    private byte[] last = {};
    private long count;

    private Once(RowSink target) {
      this.target = target;
    }

    @Override
    public void row(byte[] buffer, int offset, int length) throws IOException {
      if (!Arrays.equals(buffer, offset, offset + length, last, 0, last.length)) {
        last = Arrays.copyOfRange(buffer, offset, offset + length);
        count++;
        target.row(buffer, offset, length);
      }
    }
  }

  /** Notes moves in a file. */
  static final class Writer implements Closeable {

    private final StagedFile file;
    private final MessageDigest digest = Sha256.digest();
    private final OutputStream pairs;

    Writer(Path folder, YearMonth month) throws IOException {
      this(ofMonth(folder, month));
    }

    private Writer(Path target) throws IOException {
      this.file = new StagedFile(target);
      this.pairs = new DigestOutputStream(new BufferedOutputStream(file.stream()), digest);
    }

    /** One record's former and present person. */
    void write(HeldRow former, HeldRow present) throws IOException {
      ByteBuffer pair = ByteBuffer.allocate(PAIR);
      former.putPersonInto(pair);
      present.putPersonInto(pair);
      pairs.write(pair.array());
    }

    void publish() throws IOException {
      pairs.write(digest.digest());
      pairs.flush();
      file.publish();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
