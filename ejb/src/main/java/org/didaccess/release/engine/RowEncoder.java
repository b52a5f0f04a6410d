package org.didaccess.release.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Turns a row as COPY sends it (text format) into the line that leaves: references become tokens,
 * values are written by their kind. The first field of a row is always the record reference: its
 * token takes the recipient's mark, orders the rows, and leaves only where it was approved.
 *
 * <p>Each byte is looked at once, no object is made for a field, and room is made once a row.
 */
final class RowEncoder implements LineEncoder {

  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

  private final ColumnKind[] kinds;
  private final LabelTable[] labels;
  private final int roomForWords;
  private final RecordTokens records;
  private final PersonTokens[] people;
  private final LineBuffer line = new LineBuffer();
  private final LineBuffer plain = new LineBuffer();

  /** The row to encode; none where it was. */
  private byte[] row;

  private int position;

  RowEncoder(FieldPlan fields) {
    this.kinds = fields.kinds();
    this.labels = fields.labels();
    this.roomForWords = fields.roomForWords();
    this.records = fields.records();
    this.people = fields.people();
  }

  @Override
  public void take(byte[] message) {
    row = message;
  }

  @Override
  public boolean next() throws IOException {
    if (row == null) {
      return false;
    }
    encode();
    row = null;
    return true;
  }

  private void encode() throws IOException {
    begin();
    readReference();
    records.make(plain.bytes(), 0, plain.length());
    for (int i = 0; i < kinds.length; i++) {
      if (i > 0) {
        line.add((byte) ',');
      }
      encodeField(kinds[i], labels[i], people[i]);
    }
    if (position != row.length) {
      throw new IOException("The opened view gave more columns than the plan has.");
    }
    line.add((byte) '\n');
  }

  @Override
  public LineBuffer line() {
    return line;
  }

  @Override
  public byte[] orderToken() {
    return records.token();
  }

  /** A row ends with a line feed, so that looking for the end of a field needs no bound. */
  private void begin() throws IOException {
    if (row.length == 0 || row[row.length - 1] != '\n') {
      throw new IOException("The opened view gave a row that is cut short.");
    }
    position = 0;
    plain.clear();
    plain.reserve(row.length);
    line.clear();
    // Each byte doubled, quotes around each field, commas, words, and two tokens in hex.
    line.reserve(2 * row.length + 8 * kinds.length + roomForWords + 64);
  }

  private void encodeField(ColumnKind kind, LabelTable words, PersonTokens tokens)
      throws IOException {
    if (kind == ColumnKind.RECORD_TOKEN) {
      line.addHex(records.token());
      return;
    }
    if (position >= row.length) {
      throw new IOException("The opened view gave fewer columns than the plan has.");
    }
    if (CopyText.isNull(row, position)) {
      position += 3;
      return;
    }
    switch (kind) {
      case PERSON_TOKEN -> encodePerson(tokens);
      case LABEL -> encodeLabel(words);
      case BOOLEAN -> encodeBoolean();
      default -> encodeValue();
    }
  }

  private void encodePerson(PersonTokens tokens) throws IOException {
    readReference();
    line.addHex(tokens.of(plain.bytes(), 0, plain.length()));
  }

  /** A code that the dictionary lacks leaves as it is: nothing is lost, and a check can find it. */
  private void encodeLabel(LabelTable table) throws IOException {
    int stop = CopyText.endOf(row, position);
    byte[] words = words(table, stop);
    if (words == null) {
      encodeValue();
    } else {
      line.add(words, 0, words.length);
      position = stop + 1;
    }
  }

  /** The dictionary has codes as they are; COPY escapes some bytes of the few that hold them. */
  private byte[] words(LabelTable table, int stop) throws IOException {
    if (!CopyText.isEscaped(row, position, stop)) {
      return table.words(row, position, stop);
    }
    plain.clear();
    CopyText.unescape(row, position, stop, plain);
    return table.words(plain.bytes(), 0, plain.length());
  }

  private void encodeBoolean() {
    byte[] word = row[position] == 't' ? TRUE : FALSE;
    line.add(word, 0, word.length);
    position = CopyText.endOf(row, position) + 1;
  }

  /** Most values leave as they came; empty text has quotes, or it would read as NULL. */
  private void encodeValue() throws IOException {
    int before = line.length();
    int stop = line.addWhile(CopyText.classes(), row, position);
    if (!CopyText.isEnd(row[stop]) || stop == position) {
      line.cutTo(before);
      stop = CopyText.endOf(row, position);
      encodeQuoted(position, stop);
    }
    position = stop + 1;
  }

  private void encodeQuoted(int from, int to) throws IOException {
    plain.clear();
    CopyText.unescape(row, from, to, plain);
    line.addQuoted(plain.bytes(), 0, plain.length());
  }

  /** Leaves the reference's bytes in {@link #plain}. */
  private void readReference() throws IOException {
    int stop = CopyText.endOf(row, position);
    plain.clear();
    CopyText.bytea(row, position, stop, plain);
    position = stop + 1;
  }
}
