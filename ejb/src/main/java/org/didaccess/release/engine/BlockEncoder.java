package org.didaccess.release.engine;

import java.io.IOException;
import java.util.Arrays;

/**
 * Turns the rows of packed blocks into the lines that leave: the same that {@link RowEncoder} makes
 * of the same rows. Like there, a block's first column is the record reference.
 */
final class BlockEncoder implements LineEncoder {

  /** The longest field that is no text and no words, a token in hex; what is written behind it. */
  private static final int ROOM_FOR_A_FIELD = 40 + FieldText.SLACK;

  /** Not 0 for the byte that ends a text, and for those that a row's COPY or CSV escapes. */
  private static final byte[] STOPS = new byte[256];

  static {
    for (byte stop : new byte[] {0, '\b', '\t', '\n', 0x0b, '\f', '\r', '\\', ',', '"'}) {
      STOPS[stop] = 1;
    }
  }

  private final ColumnKind[] kinds;
  private final LabelTable[] labels;
  private final NumberTexts[] numbers;
  private final DayTexts days = new DayTexts();
  private final RecordTokens records;
  private final PersonTokens[] people;
  private final int roomForWords;
  private final LineBuffer line = new LineBuffer();
  private final PackedBlock block;
  private int row;

  BlockEncoder(FieldPlan fields) {
    this.kinds = fields.kinds();
    this.labels = fields.labels();
    this.numbers = Arrays.stream(labels).map(NumberTexts::new).toArray(NumberTexts[]::new);
    this.roomForWords = fields.roomForWords();
    this.records = fields.records();
    this.people = fields.people();
    this.block = new PackedBlock(fields.sources().size());
  }

  /** Room for the longest line is made once a block: a column of texts may be one long text. */
  @Override
  public void take(byte[] message) throws IOException {
    row = block.rows();
    if (block.read(message)) {
      demandForms();
      row = 0;
    }
    line.clear();
    line.reserve(2 * message.length + ROOM_FOR_A_FIELD * kinds.length + roomForWords);
  }

  /** No reference leaves as anything but a token, whatever form the blocks have it in. */
  private void demandForms() throws IOException {
    boolean fitting = block.form(0) == PackedBlock.REFERENCE;
    int column = 0;
    for (ColumnKind kind : kinds) {
      if (kind != ColumnKind.RECORD_TOKEN) {
        column++;
        fitting &= fits(kind, block.form(column));
      }
    }
    if (!fitting) {
      throw new IOException("A column of the opened blocks has another form than the plan.");
    }
  }

  private static boolean fits(ColumnKind kind, byte form) {
    return switch (kind) {
      case PERSON_TOKEN -> form == PackedBlock.REFERENCE;
      case INTEGER, LARGE_INTEGER -> form == PackedBlock.SMALL || form == PackedBlock.LARGE;
      case DATE -> form == PackedBlock.DAY;
      case TEXT -> form == PackedBlock.TEXT;
      case LABEL -> form != PackedBlock.REFERENCE && form != PackedBlock.DAY;
      default -> false;
    };
  }

  @Override
  public boolean next() throws IOException {
    if (row == block.rows()) {
      return false;
    }
    line.clear();
    records.make(block.bytes(), block.reference(0, row), PackedBlock.REFERENCE_LENGTH);
    int column = 0;
    for (int i = 0; i < kinds.length; i++) {
      if (kinds[i] == ColumnKind.RECORD_TOKEN) {
        line.addHex(records.token());
      } else {
        column++;
        encodeField(i, column);
      }
      line.add((byte) ',');
    }
    line.cutTo(line.length() - 1);
    line.add((byte) '\n');
    row++;
    if (row == block.rows()) {
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

  private void encodeField(int field, int column) throws IOException {
    switch (block.form(column)) {
      case PackedBlock.SMALL -> encodeSmall(block.small(column, row), numbers[field]);
      case PackedBlock.DAY -> encodeDay(block.day(column, row));
      case PackedBlock.LARGE -> encodeLarge(block.large(column, row), numbers[field]);
      case PackedBlock.TEXT -> encodeText(column, labels[field]);
      default -> encodePerson(block.reference(column, row), people[field]);
    }
  }

  private void encodeSmall(short value, NumberTexts texts) {
    if (value != Short.MIN_VALUE) {
      texts.add(value, line);
    }
  }

  private void encodeLarge(long value, NumberTexts texts) {
    if (value != Long.MIN_VALUE) {
      texts.add(value, line);
    }
  }

  private void encodeDay(int day) throws IOException {
    if (day != Integer.MIN_VALUE) {
      line.add(days.text(day));
    }
  }

  private void encodePerson(int reference, PersonTokens tokens) {
    line.addHex(tokens.of(block.bytes(), reference, PackedBlock.REFERENCE_LENGTH));
  }

  /** Most texts leave as they are; an empty one has quotes, or it would read as NULL. */
  private void encodeText(int column, LabelTable table) throws IOException {
    byte[] bytes = block.bytes();
    int from = block.text(column);
    int before = line.length();
    int stop = line.addWhile(STOPS, bytes, from);
    boolean plain = bytes[stop] == 0 && stop > from;
    while (bytes[stop] != 0) {
      stop++;
    }
    block.endText(column, stop);
    byte[] words = table.isEmpty() ? null : table.words(bytes, from, stop);
    if (bytes[from] == PackedBlock.NO_TEXT) {
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
