package org.didaccess.source.infrastructure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.Arrays;
import java.util.List;
import org.didaccess.shared.Sha256;
import org.didaccess.shared.infrastructure.FileEncoding;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.application.RecordReader;
import org.didaccess.source.application.UnreadableFileException;
import org.didaccess.source.domain.HeaderRow;

/**
 * Reads a submission as CSV: UTF-8 with or without a byte order mark, any line end, with or without
 * quotes and a header, plain or compressed. Empty lines are passed over. This side only finds where
 * records end; the blocks that it cuts are taken apart elsewhere, at the same time.
 */
public final class CsvSubmission implements RecordReader {

  private static final int BLOCK = 1 << 18;
  private static final int LONGEST_ROW = 1 << 21;

  private final DigestInputStream received;
  private final RecordEnds ends = new RecordEnds();
  private InputStream content;
  private byte[] rest = new byte[0];
  private long row = 1;
  private boolean ended;

  /** Reads the stream to its end and does not close it. */
  public CsvSubmission(InputStream file) {
    this.received = new DigestInputStream(file, Sha256.digest());
  }

  @Override
  public Block next() {
    try {
      return nextBlock();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  @Override
  public byte[] sha256() {
    return received.getMessageDigest().digest();
  }

  private Block nextBlock() throws IOException {
    boolean isFirst = content == null;
    if (isFirst) {
      content = FileEncoding.plain(received);
    }
    while (!ended) {
      byte[] whole = wholeRecords();
      CsvBlock block = new CsvBlock(whole, row);
      if (isFirst && ends.records() > 0) {
        isFirst = false;
        if (isHeader(block.first())) {
          block = block.withoutFirst();
          row--;
        }
      }
      row += ends.records();
      if (row > block.firstRow()) {
        return block;
      }
    }
    // What follows a compressed stream belongs to the file, too.
    received.transferTo(OutputStream.nullOutputStream());
    return null;
  }

  /** Reads on until at least one record has ended, and keeps what follows the last one. */
  private byte[] wholeRecords() throws IOException {
    byte[] bytes = rest;
    int length = rest.length;
    int end = 0;
    ends.begin();
    while (end == 0 && !ended) {
      if (length > LONGEST_ROW) {
        throw new UnreadableFileException(row, "A row is far too long; a quote may not be closed.");
      }
      bytes = Arrays.copyOf(bytes, length + BLOCK);
      int read = content.readNBytes(bytes, length, BLOCK);
      ended = read < BLOCK;
      end = ends.lastIn(bytes, length, length + read, ended);
      length += read;
    }
    rest = Arrays.copyOfRange(bytes, end, length);
    return Arrays.copyOf(bytes, end);
  }

  private static boolean isHeader(List<String> fields) {
    if (HeaderRow.isDisordered(fields)) {
      throw new UnreadableFileException(
          1, "The header names the 18 items in another order than the standard.");
    }
    return HeaderRow.isHeader(fields);
  }

  private RuntimeException broken(IOException cause) {
    return FileEncoding.isContentFault(cause)
        ? new UnreadableFileException(row, "The file's compression is damaged.", cause)
        : new InvalidSubmissionException("The file cannot be read. Try again.", cause);
  }
}
