package org.didaccess.source.infrastructure;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.application.RecordReader;
import org.didaccess.source.application.UnreadableFileException;
import org.didaccess.source.domain.HeaderRow;
import org.didaccess.source.domain.Item;

/**
 * Reads a submission as CSV: UTF-8 with or without a byte order mark, any line end, with or without
 * quotes and a header, plain or compressed. Empty lines are passed over.
 */
public final class CsvSubmission implements RecordReader {

  private static final int BATCH = 2_000;
  private static final int LONGEST_FIELD = 64 * 1024;

  private final DigestInputStream received;
  private CloseableIterator<CsvRecord> records;
  private long row;
  private boolean ended;

  /** Reads the stream to its end and does not close it. */
  public CsvSubmission(InputStream file) {
    this.received = new DigestInputStream(file, ReferenceFiles.sha256());
  }

  @Override
  public List<List<String>> next() {
    try {
      return nextBatch();
    } catch (CsvParseException e) {
      throw new UnreadableFileException(row + 1, "The file is not well-formed CSV.", e);
    } catch (UncheckedIOException e) {
      throw broken(e.getCause());
    } catch (IOException e) {
      throw broken(e);
    }
  }

  @Override
  public byte[] sha256() {
    return received.getMessageDigest().digest();
  }

  private List<List<String>> nextBatch() throws IOException {
    List<List<String>> batch = new ArrayList<>(BATCH);
    if (ended) {
      return batch;
    }
    if (records == null) {
      records = open();
    }
    while (batch.size() < BATCH && records.hasNext()) {
      List<String> fields = records.next().getFields();
      if (row > 0 || !isHeader(fields)) {
        batch.add(checked(fields));
      }
    }
    if (batch.isEmpty()) {
      ended = true;
      // What follows a compressed stream belongs to the file, too.
      received.transferTo(OutputStream.nullOutputStream());
    }
    return batch;
  }

  private CloseableIterator<CsvRecord> open() throws IOException {
    Reader text =
        new InputStreamReader(
            FileEncoding.plain(received),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    return CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .maxBufferSize(LONGEST_FIELD)
        .ofCsvRecord(text)
        .iterator();
  }

  private boolean isHeader(List<String> fields) {
    if (HeaderRow.isDisordered(fields)) {
      throw new UnreadableFileException(
          1, "The header names the 18 items in another order than the standard.");
    }
    return HeaderRow.isHeader(fields);
  }

  private List<String> checked(List<String> fields) {
    row++;
    if (fields.size() != Item.COUNT) {
      throw UnreadableFileException.wrongColumns(row, fields.size());
    }
    for (String field : fields) {
      if (field.indexOf('\0') >= 0) {
        throw new UnreadableFileException(row, "A row holds bytes that are not text.");
      }
    }
    return fields;
  }

  private RuntimeException broken(IOException cause) {
    return FileEncoding.isContentFault(cause)
        ? new UnreadableFileException(
            row + 1, "The file is not UTF-8 text, or its compression is damaged.", cause)
        : new InvalidSubmissionException("The file cannot be read. Try again.", cause);
  }
}
