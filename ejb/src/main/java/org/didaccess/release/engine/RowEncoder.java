package org.didaccess.release.engine;

import java.io.IOException;
import java.util.List;
import org.didaccess.pseudonym.TokenKey;
import org.didaccess.pseudonym.Tokeniser;

/**
 * Turns a row as COPY sends it (text format) into the line that leaves: references become tokens,
 * values are written by their kind. The first field of a row is always the record reference: its
 * token orders the rows and leaves only where it was approved.
 */
final class RowEncoder {

  private static final String ORDER_COLUMN = "record_ref";

  private final List<ReleaseColumn> columns;
  private final ColumnKind[] kinds;
  private final LabelTable[] labels;
  private final Tokeniser tokeniser;
  private final LineBuffer line = new LineBuffer();
  private final LineBuffer plain = new LineBuffer();
  private final byte[] recordToken = new byte[Tokeniser.TOKEN_LENGTH];
  private final byte[] personToken = new byte[Tokeniser.TOKEN_LENGTH];

  private byte[] row;
  private int position;
  private int end;

  RowEncoder(List<ReleaseColumn> columns, TokenKey key) {
    this.columns = columns;
    this.kinds = columns.stream().map(ReleaseColumn::kind).toArray(ColumnKind[]::new);
    this.labels =
        columns.stream().map(column -> new LabelTable(column.labels())).toArray(LabelTable[]::new);
    this.tokeniser = key.tokeniser();
  }

  /** The columns to read, the one that orders first. */
  String selectList() {
    StringBuilder list = new StringBuilder(ORDER_COLUMN);
    for (ReleaseColumn column : columns) {
      if (column.kind() != ColumnKind.RECORD_TOKEN) {
        list.append(", ").append(column.source());
      }
    }
    return list.toString();
  }

  /** Encodes one row; the line stands in {@link #line()} until the next one. */
  void encode(byte[] copyRow) throws IOException {
    row = copyRow;
    end =
        copyRow.length > 0 && copyRow[copyRow.length - 1] == '\n'
            ? copyRow.length - 1
            : copyRow.length;
    position = 0;
    readToken(Tokeniser.Domain.RECORD, recordToken);
    line.clear();
    for (int i = 0; i < kinds.length; i++) {
      if (i > 0) {
        line.add((byte) ',');
      }
      encodeField(kinds[i], labels[i]);
    }
    if (position <= end) {
      throw new IOException("The opened view gave more columns than the plan has.");
    }
    line.add((byte) '\n');
  }

  LineBuffer line() {
    return line;
  }

  /** The record's token: the rows leave in its order. */
  byte[] orderToken() {
    return recordToken;
  }

  private void encodeField(ColumnKind kind, LabelTable words) throws IOException {
    switch (kind) {
      case RECORD_TOKEN -> line.addHex(recordToken);
      case PERSON_TOKEN -> encodePerson();
      case TEXT -> encodeText();
      case LABEL -> encodeLabel(words);
      case BOOLEAN -> encodeBoolean();
      case INTEGER, NUMBER, DATE -> encodePlain();
    }
  }

  private void encodePerson() throws IOException {
    if (isNull(position, fieldEnd())) {
      position = fieldEnd() + 1;
      return;
    }
    readToken(Tokeniser.Domain.PERSON, personToken);
    line.addHex(personToken);
  }

  private void encodePlain() throws IOException {
    int stop = fieldEnd();
    if (!isNull(position, stop)) {
      line.add(row, position, stop - position);
    }
    position = stop + 1;
  }

  /** A code that the dictionary lacks leaves as it is: nothing is lost, and a check can find it. */
  private void encodeLabel(LabelTable table) throws IOException {
    int stop = fieldEnd();
    byte[] words = isNull(position, stop) ? null : table.words(row, position, stop);
    if (words == null) {
      encodeText();
    } else {
      line.add(words, 0, words.length);
      position = stop + 1;
    }
  }

  private void encodeBoolean() throws IOException {
    int stop = fieldEnd();
    if (!isNull(position, stop)) {
      line.addAscii(row[position] == 't' ? "true" : "false");
    }
    position = stop + 1;
  }

  private void encodeText() throws IOException {
    int stop = fieldEnd();
    if (isNull(position, stop)) {
      position = stop + 1;
      return;
    }
    if (isPlain(position, stop)) {
      line.add(row, position, stop - position);
    } else {
      encodeQuoted(position, stop);
    }
    position = stop + 1;
  }

  /** Text that needs neither unescaping nor quotes; empty text does, or it would read as NULL. */
  private boolean isPlain(int from, int to) {
    for (int i = from; i < to; i++) {
      byte value = row[i];
      if (value == '\\' || value == ',' || value == '"') {
        return false;
      }
    }
    return to > from;
  }

  private void encodeQuoted(int from, int to) throws IOException {
    plain.clear();
    CopyText.unescape(row, from, to, plain);
    line.add((byte) '"');
    byte[] text = plain.bytes();
    for (int i = 0; i < plain.length(); i++) {
      if (text[i] == '"') {
        line.add((byte) '"');
      }
      line.add(text[i]);
    }
    line.add((byte) '"');
  }

  private void readToken(Tokeniser.Domain domain, byte[] target) throws IOException {
    int stop = fieldEnd();
    plain.clear();
    CopyText.bytea(row, position, stop, plain);
    tokeniser.token(domain, plain.bytes(), 0, plain.length(), target);
    position = stop + 1;
  }

  private boolean isNull(int from, int to) {
    return to - from == 2 && row[from] == '\\' && row[from + 1] == 'N';
  }

  private int fieldEnd() throws IOException {
    if (position > end) {
      throw new IOException("The opened view gave fewer columns than the plan has.");
    }
    int i = position;
    while (i < end && row[i] != '\t') {
      i++;
    }
    return i;
  }
}
