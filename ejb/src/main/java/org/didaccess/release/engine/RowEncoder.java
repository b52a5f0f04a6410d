package org.didaccess.release.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.didaccess.pseudonym.ReleaseKeys;
import org.didaccess.pseudonym.Tokeniser;
import org.didaccess.pseudonym.Watermark;
import org.didaccess.pseudonym.WatermarkKey;

/**
 * Turns a row as COPY sends it (text format) into the line that leaves: references become tokens,
 * values are written by their kind. The first field of a row is always the record reference: its
 * token takes the recipient's mark, orders the rows, and leaves only where it was approved.
 *
 * <p>Each byte is looked at once, no object is made for a field, and room is made once a row.
 */
final class RowEncoder {

  private static final String ORDER_COLUMN = "record_ref";
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

  private final List<ReleaseColumn> columns;
  private final ColumnKind[] kinds;
  private final LabelTable[] labels;
  private final int roomForWords;
  private final Tokeniser tokeniser;
  private final Optional<Watermark> watermark;
  private final LineBuffer line = new LineBuffer();
  private final LineBuffer plain = new LineBuffer();
  private final byte[] recordToken = new byte[Tokeniser.TOKEN_LENGTH];
  private final PersonTokens[] people;

  private byte[] row;
  private int position;

  RowEncoder(List<ReleaseColumn> columns, ReleaseKeys keys) {
    this.columns = columns;
    this.kinds = columns.stream().map(ReleaseColumn::kind).toArray(ColumnKind[]::new);
    this.labels = columns.stream().map(RowEncoder::words).toArray(LabelTable[]::new);
    this.roomForWords = Arrays.stream(labels).mapToInt(LabelTable::longest).sum();
    this.tokeniser = keys.tokens().tokeniser();
    this.people =
        columns.stream()
            .map(column -> new PersonTokens(keys.of(column.source()).tokeniser()))
            .toArray(PersonTokens[]::new);
    this.watermark = keys.watermark().map(WatermarkKey::watermark);
  }

  /** Codes that leave as they are need no words. */
  private static LabelTable words(ReleaseColumn column) {
    return new LabelTable(column.kind() == ColumnKind.LABEL ? column.labels() : Map.of());
  }

  /** The columns to read, the one that orders first. */
  String selectList() {
    return String.join(", ", sources(columns));
  }

  /** The columns to read, the one that orders first. */
  static List<String> sources(List<ReleaseColumn> columns) {
    return Stream.concat(
            Stream.of(ORDER_COLUMN),
            columns.stream()
                .filter(column -> column.kind() != ColumnKind.RECORD_TOKEN)
                .map(ReleaseColumn::source))
        .toList();
  }

  /** Encodes one row; the line stands in {@link #line()} until the next one. */
  void encode(byte[] copyRow) throws IOException {
    begin(copyRow);
    readToken(tokeniser, Tokeniser.Domain.RECORD, recordToken);
    watermark.ifPresent(mark -> mark.write(recordToken));
    for (int i = 0; i < kinds.length; i++) {
      if (i > 0) {
        line.add((byte) ',');
      }
      encodeField(kinds[i], labels[i], people[i]);
    }
    if (position != copyRow.length) {
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

  /** A row ends with a line feed, so that looking for the end of a field needs no bound. */
  private void begin(byte[] copyRow) throws IOException {
    if (copyRow.length == 0 || copyRow[copyRow.length - 1] != '\n') {
      throw new IOException("The opened view gave a row that is cut short.");
    }
    row = copyRow;
    position = 0;
    plain.clear();
    plain.reserve(copyRow.length);
    line.clear();
    // Each byte doubled, quotes around each field, commas, words, and two tokens in hex.
    line.reserve(2 * copyRow.length + 8 * kinds.length + roomForWords + 64);
  }

  private void encodeField(ColumnKind kind, LabelTable words, PersonTokens tokens)
      throws IOException {
    if (kind == ColumnKind.RECORD_TOKEN) {
      line.addHex(recordToken);
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

  /** Several examinations of one visit often stand together: the same person's token is kept. */
  private void encodePerson(PersonTokens tokens) throws IOException {
    int stop = CopyText.endOf(row, position);
    if (!Arrays.equals(row, position, stop, tokens.before, 0, tokens.before.length)) {
      byte[] reference = Arrays.copyOfRange(row, position, stop);
      readToken(tokens.tokeniser, Tokeniser.Domain.PERSON, tokens.token);
      tokens.before = reference;
    }
    position = stop + 1;
    line.addHex(tokens.token);
  }

  /** The tokens of one column of people: of the agreement, or of one that a bridge joins. */
  private static final class PersonTokens {

    private final Tokeniser tokeniser;
    private final byte[] token = new byte[Tokeniser.TOKEN_LENGTH];
    private byte[] before = {};

    private PersonTokens(Tokeniser tokeniser) {
      this.tokeniser = tokeniser;
    }
  }

  /** A code that the dictionary lacks leaves as it is: nothing is lost, and a check can find it. */
  private void encodeLabel(LabelTable table) throws IOException {
    int stop = CopyText.endOf(row, position);
    byte[] words = table.words(row, position, stop);
    if (words == null) {
      encodeValue();
    } else {
      line.add(words, 0, words.length);
      position = stop + 1;
    }
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

  private void readToken(Tokeniser source, Tokeniser.Domain domain, byte[] target)
      throws IOException {
    int stop = CopyText.endOf(row, position);
    plain.clear();
    CopyText.bytea(row, position, stop, plain);
    source.token(domain, plain.bytes(), 0, plain.length(), target);
    position = stop + 1;
  }
}
