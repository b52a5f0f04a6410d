package org.didaccess.source.infrastructure;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import org.didaccess.shared.Sha256;
import org.didaccess.shared.infrastructure.FileEncoding;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.domain.NhsNumber;

/**
 * Reads one NHS number a line, as constant memory allows: UTF-8 with or without a byte order mark,
 * any line end, with or without quotes, spaces or hyphens within a number and a header, plain or
 * compressed.
 */
final class ObjectionFile {

  private static final int LONGEST_LINE = 100;
  private static final int END = -1;

  private final DigestInputStream received;
  private final StringBuilder line = new StringBuilder(LONGEST_LINE);
  private InputStream content;
  private long number;

  /** Reads the stream to its end and does not close it. */
  ObjectionFile(InputStream file) {
    this.received = new DigestInputStream(file, Sha256.digest());
  }

  /**
   * The next NHS number, or null at the end.
   *
   * @throws InvalidSubmissionException where a line is none; it repeats no value
   */
  String next() {
    try {
      if (content == null) {
        content = new BufferedInputStream(FileEncoding.plain(received), 1 << 16);
      }
      while (readLine()) {
        String value = value();
        if (NhsNumber.isValid(value)) {
          return value;
        }
        if (!value.isEmpty() && !isHeader(value)) {
          throw new InvalidSubmissionException(
              "Line "
                  + number
                  + " is no valid NHS number. Nothing was stored: mend the file, one NHS number a"
                  + " line, and load it again.");
        }
      }
      // What follows a compressed stream belongs to the file, too.
      received.transferTo(OutputStream.nullOutputStream());
      return null;
    } catch (IOException e) {
      throw new InvalidSubmissionException(
          FileEncoding.isContentFault(e)
              ? "The file's compression is damaged. Nothing was stored: get the file anew."
              : "The file cannot be read. Nothing was stored: try again.",
          e);
    }
  }

  /** SHA-256 of the file as it was received; to be asked at the end. */
  byte[] sha256() {
    return received.getMessageDigest().digest();
  }

  private String value() {
    String value = line.toString().strip();
    if (value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")) {
      value = value.substring(1, value.length() - 1);
    }
    return NhsNumber.compact(value);
  }

  /** Only words, so that a number with a slip in the first line is not passed over. */
  private boolean isHeader(String value) {
    return number == 1 && value.chars().noneMatch(Character::isDigit) && value.indexOf(',') < 0;
  }

  /** A carriage return and a line feed are one line end. */
  private void passOver(int wanted) throws IOException {
    content.mark(1);
    if (content.read() != wanted) {
      content.reset();
    }
  }

  /** Bytes are kept as they are: whatever is not ASCII is no number. */
  private boolean readLine() throws IOException {
    line.setLength(0);
    int read = content.read();
    if (read == END) {
      return false;
    }
    number++;
    while (read != END && read != '\n' && read != '\r') {
      if (line.length() == LONGEST_LINE) {
        throw new InvalidSubmissionException(
            "Line " + number + " is too long for an NHS number. Nothing was stored.");
      }
      line.append((char) read);
      read = content.read();
    }
    if (read == '\r') {
      passOver('\n');
    }
    return true;
  }
}
