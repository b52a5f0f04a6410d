package org.didaccess.release.engine;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.didaccess.pseudonym.ReleaseKeys;

/**
 * Turns the rows of packed blocks into the lines that leave: the same that {@link RowEncoder} makes
 * of the same rows. Like there, a block's first column is the record reference.
 */
final class BlockEncoder implements LineEncoder {

  /** What stands in a text column where there is no value; no text in UTF-8 has this byte. */
  private static final byte NO_TEXT = (byte) 0xff;

  /** The longest field that is no text and no words: a token in hex. */
  private static final int ROOM_FOR_A_FIELD = 40;

  private static final byte END = 1;
  private static final byte SPECIAL = 2;

  /** For each byte 0, {@link #END}, or {@link #SPECIAL} where a row's COPY or CSV escapes it. */
  private static final byte[] CLASSES = new byte[256];

  static {
    CLASSES[0] = END;
    for (byte special : new byte[] {'\b', '\t', '\n', 0x0b, '\f', '\r', '\\', ',', '"'}) {
      CLASSES[special] = SPECIAL;
    }
  }

  private final ColumnKind[] kinds;
  private final LabelTable[] labels;
  private final int roomForWords;
  private final RecordTokens records;
  private final PersonTokens[] people;
  private final DayTexts days = new DayTexts();
  private final LineBuffer line = new LineBuffer();
  private final PackedBlock block;
  private int rowsLeft;

  BlockEncoder(List<ReleaseColumn> columns, ReleaseKeys keys) {
    this.kinds = columns.stream().map(ReleaseColumn::kind).toArray(ColumnKind[]::new);
    this.labels = columns.stream().map(LabelTable::of).toArray(LabelTable[]::new);
    this.roomForWords = Arrays.stream(labels).mapToInt(LabelTable::longest).sum();
    this.records = new RecordTokens(keys);
    this.people =
        columns.stream()
            .map(column -> new PersonTokens(keys.of(column.source())))
            .toArray(PersonTokens[]::new);
    this.block = new PackedBlock(RowEncoder.sources(columns).size());
  }

  /** Room for the longest line is made once a block: a column of texts may be one long text. */
  @Override
  public void take(byte[] message) throws IOException {
    rowsLeft = block.read(message) ? block.rows() : 0;
    line.clear();
    line.reserve(2 * message.length + ROOM_FOR_A_FIELD * kinds.length + roomForWords);
  }

  @Override
  public boolean next() throws IOException {
    if (rowsLeft == 0) {
      return false;
    }
    line.clear();
    records.make(
        block.bytes(), block.next(0, PackedBlock.REFERENCE_LENGTH), PackedBlock.REFERENCE_LENGTH);
    int place = 0;
    for (int i = 0; i < kinds.length; i++) {
      if (i > 0) {
        line.add((byte) ',');
      }
      if (kinds[i] == ColumnKind.RECORD_TOKEN) {
        line.addHex(records.token());
      } else {
        encodeField(++place, labels[i], people[i]);
      }
    }
    line.add((byte) '\n');
    if (--rowsLeft == 0) {
      block.demandEnd();
    }
    return true;
  }

  @Override
  public LineBuffer line() {
    return line;
  }

  @Override
  public byte[] orderToken() {
    return records.token();
  }

  private void encodeField(int place, LabelTable words, PersonTokens tokens) throws IOException {
    switch (block.form(place)) {
      case PackedBlock.SMALL -> encodeSmall(block.nextSmall(place), words);
      case PackedBlock.DAY -> encodeDay(block.nextDay(place));
      case PackedBlock.LARGE -> encodeLarge(block.nextLarge(place), words);
      case PackedBlock.TEXT -> encodeText(place, words);
      case PackedBlock.REFERENCE -> encodePerson(place, tokens);
      default -> throw new IOException("A column of the opened blocks has a form that is unknown.");
    }
  }

  private void encodeSmall(short value, LabelTable words) {
    if (value != Short.MIN_VALUE) {
      encodeNumber(value, words);
    }
  }

  private void encodeLarge(long value, LabelTable words) {
    if (value != Long.MIN_VALUE) {
      encodeNumber(value, words);
    }
  }

  /** A code that the dictionary lacks leaves as it is: nothing is lost, and a check can find it. */
  private void encodeNumber(long value, LabelTable table) {
    int before = line.length();
    line.addNumber(value);
    if (!table.isEmpty()) {
      byte[] words = table.words(line.bytes(), before, line.length());
      if (words != null) {
        line.cutTo(before);
        line.add(words, 0, words.length);
      }
    }
  }

  private void encodeDay(int day) throws IOException {
    if (day != Integer.MIN_VALUE) {
      byte[] text = days.text(day);
      line.add(text, 0, text.length);
    }
  }

  private void encodePerson(int place, PersonTokens tokens) throws IOException {
    int from = block.next(place, PackedBlock.REFERENCE_LENGTH);
    line.addHex(tokens.of(block.bytes(), from, PackedBlock.REFERENCE_LENGTH));
  }

  /** Most texts leave as they are; an empty one has quotes, or it would read as NULL. */
  private void encodeText(int place, LabelTable table) throws IOException {
    byte[] bytes = block.bytes();
    int from = block.position(place);
    int before = line.length();
    int stop = line.addWhile(CLASSES, bytes, from);
    boolean plain = CLASSES[bytes[stop] & 0xff] == END && stop > from;
    while (CLASSES[bytes[stop] & 0xff] != END) {
      stop++;
    }
    block.next(place, stop + 1 - from);
    byte[] words = table.isEmpty() ? null : table.words(bytes, from, stop);
    if (bytes[from] == NO_TEXT) {
      line.cutTo(before);
    } else if (words != null) {
      line.cutTo(before);
      line.add(words, 0, words.length);
    } else if (!plain) {
      line.cutTo(before);
      line.addQuoted(bytes, from, stop);
    }
  }
}
