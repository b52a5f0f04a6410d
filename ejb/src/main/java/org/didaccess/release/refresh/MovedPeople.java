package org.didaccess.release.refresh;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
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

  private final Path folder;

  /** Those that a refresh noted in this folder. */
  public MovedPeople(Holding holding) {
    this.folder = holding.folder();
  }

  /**
   * Hands on the list as lines of CSV, without a header.
   *
   * @param sorter orders them in bounded memory
   * @return how many pairs there are
   * @throws IOException where the file of a month is not whole
   */
  public long drain(Collection<YearMonth> months, KeyedRowSorter sorter, RowSink target)
      throws IOException {
    sorter.clear();
    for (YearMonth month : months) {
      gather(file(folder, month), sorter);
    }
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

  private static Path file(Path folder, YearMonth month) {
    return folder.resolve(month + ".moved");
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

  /** Notes the moves of one month. */
  static final class Writer implements Closeable {

    private final StagedFile file;
    private final MessageDigest digest = Sha256.digest();
    private final OutputStream pairs;

    Writer(Path folder, YearMonth month) throws IOException {
      this.file = new StagedFile(file(folder, month));
      this.pairs = new DigestOutputStream(new BufferedOutputStream(file.stream()), digest);
    }

    void write(byte[] pair) throws IOException {
      pairs.write(pair);
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
