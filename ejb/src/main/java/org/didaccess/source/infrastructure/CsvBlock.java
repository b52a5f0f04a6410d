package org.didaccess.source.infrastructure;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.didaccess.source.application.RecordReader;
import org.didaccess.source.application.UnreadableFileException;
import org.didaccess.source.domain.Item;

/** Whole records of a CSV file as bytes, and how they are taken apart. */
final class CsvBlock implements RecordReader.Block {

  private final byte[] bytes;
  private final long firstRow;
  private final boolean skipsFirst;

  CsvBlock(byte[] bytes, long firstRow) {
    this(bytes, firstRow, false);
  }

  private CsvBlock(byte[] bytes, long firstRow, boolean skipsFirst) {
    this.bytes = bytes;
    this.firstRow = firstRow;
    this.skipsFirst = skipsFirst;
  }

  /** The same block, whose first record is a header. */
  CsvBlock withoutFirst() {
    return new CsvBlock(bytes, firstRow, true);
  }

  /**
   * The fields of the first record, however many. What is no text is passed over: that is found, in
   * its own record, when the block is taken apart.
   */
  List<String> first() {
    return new Parser(new String(bytes, StandardCharsets.UTF_8)).next();
  }

  @Override
  public long firstRow() {
    return firstRow;
  }

  @Override
  public List<List<String>> records() {
    Parser parser = new Parser(text());
    List<List<String>> records = new ArrayList<>(bytes.length / 100);
    if (skipsFirst) {
      parser.next();
    }
    for (List<String> fields = parser.next(); fields != null; fields = parser.next()) {
      if (fields.size() != Item.COUNT) {
        throw UnreadableFileException.wrongColumns(firstRow + records.size(), fields.size());
      }
      records.add(fields);
    }
    return records;
  }

  private String text() {
    String text = decoded();
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      int before = text.substring(0, nul).getBytes(StandardCharsets.UTF_8).length;
      throw new UnreadableFileException(rowAt(before), "The file holds bytes that are not text.");
    }
    return text;
  }

  private String decoded() {
    for (byte one : bytes) {
      if (one < 0) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        try {
          return StandardCharsets.UTF_8.newDecoder().decode(left).toString();
        } catch (CharacterCodingException e) {
          throw new UnreadableFileException(
              rowAt(left.position()), "The file is not UTF-8 text.", e);
        }
      }
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** The record that a byte stands in; the first one where it stands in the header. */
  private long rowAt(int place) {
    RecordEnds ends = new RecordEnds();
    ends.begin();
    ends.lastIn(bytes, 0, place, false);
    return firstRow + Math.max(0, ends.records() - (skipsFirst ? 1 : 0));
  }

  private final class Parser {

    private final String text;
    private int at;
    private long row = firstRow;

    Parser(String text) {
      this.text = text;
    }

    /** The next record's fields, or null at the end. */
    List<String> next() {
      while (at < text.length() && isLineEnd(text.charAt(at))) {
        at++;
      }
      if (at == text.length()) {
        return null;
      }
      String[] fields = new String[Item.COUNT];
      int count = 0;
      boolean more = true;
      while (more) {
        if (count == fields.length) {
          fields = Arrays.copyOf(fields, count * 2);
        }
        fields[count++] = field();
        more = at < text.length() && text.charAt(at) == ',';
        if (more) {
          at++;
        }
      }
      row++;
      return Arrays.asList(count == fields.length ? fields : Arrays.copyOf(fields, count));
    }

    private String field() {
      if (at < text.length() && text.charAt(at) == '"') {
        return quotedField();
      }
      int start = at;
      while (at < text.length() && text.charAt(at) != ',' && !isLineEnd(text.charAt(at))) {
        at++;
      }
      return text.substring(start, at);
    }

    private String quotedField() {
      StringBuilder value = new StringBuilder();
      int start = ++at;
      while (true) {
        int quote = text.indexOf('"', at);
        if (quote < 0) {
          throw malformed();
        }
        value.append(text, start, quote);
        at = quote + 1;
        if (at < text.length() && text.charAt(at) == '"') {
          start = at++;
        } else if (at == text.length() || text.charAt(at) == ',' || isLineEnd(text.charAt(at))) {
          return value.toString();
        } else {
          throw malformed();
        }
      }
    }

    private UnreadableFileException malformed() {
      return new UnreadableFileException(row, "The file is not well-formed CSV.");
    }
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
