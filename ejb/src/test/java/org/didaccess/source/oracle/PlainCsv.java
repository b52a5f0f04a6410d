package org.didaccess.source.oracle;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a whole file into memory, a character at a time. */
final class PlainCsv {

  private static final List<String> TITLES =
      List.of(
          "NHS NUMBER",
          "NHS NUMBER STATUS INDICATOR CODE",
          "PERSON BIRTH DATE",
          "ETHNIC CATEGORY",
          "PERSON GENDER CODE CURRENT",
          "POSTCODE OF USUAL ADDRESS",
          "GENERAL MEDICAL PRACTICE CODE (PATIENT REGISTRATION)",
          "PATIENT SOURCE SETTING TYPE (DIAGNOSTIC IMAGING)",
          "REFERRER CODE",
          "REFERRING ORGANISATION CODE",
          "DIAGNOSTIC TEST REQUEST DATE",
          "DIAGNOSTIC TEST REQUEST RECEIVED DATE",
          "DIAGNOSTIC TEST DATE",
          "IMAGING CODE (NICIP)",
          "IMAGING CODE (SNOMED CT)",
          "SERVICE REPORT ISSUE DATE",
          "SITE CODE (OF IMAGING)",
          "RADIOLOGICAL ACCESSION NUMBER");

  private final String text;
  private int at;

  private PlainCsv(String text) {
    this.text = text;
  }

  /** The records without a header; empty where the file is to be rejected. */
  static Optional<List<List<String>>> records(byte[] file) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
    if (text.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    List<List<String>> rows = new ArrayList<>();
    try {
      new PlainCsv(text.startsWith("\uFEFF") ? text.substring(1) : text).read(rows);
    } catch (IllegalStateException malformed) {
      return Optional.empty();
    }
    boolean header = !rows.isEmpty() && isHeader(rows.get(0));
    boolean otherOrder = !rows.isEmpty() && !header && isHeaderInAnyOrder(rows.get(0));
    List<List<String>> records = header ? rows.subList(1, rows.size()) : rows;
    boolean every18 = records.stream().allMatch(record -> record.size() == 18);
    return records.isEmpty() || otherOrder || !every18 ? Optional.empty() : Optional.of(records);
  }

  private void read(List<List<String>> rows) {
    while (at < text.length()) {
      if (isLineEnd()) {
        at++;
      } else {
        rows.add(row());
      }
    }
  }

  private List<String> row() {
    List<String> fields = new ArrayList<>();
    fields.add(field());
    while (at < text.length() && text.charAt(at) == ',') {
      at++;
      fields.add(field());
    }
    if (at < text.length() && !isLineEnd()) {
      throw new IllegalStateException("text after a closing quote");
    }
    return fields;
  }

  private String field() {
    StringBuilder value = new StringBuilder();
    if (at < text.length() && text.charAt(at) == '"') {
      at++;
      while (true) {
        if (at == text.length()) {
          throw new IllegalStateException("a quote is not closed");
        }
        char c = text.charAt(at++);
        if (c != '"') {
          value.append(c);
        } else if (at < text.length() && text.charAt(at) == '"') {
          value.append('"');
          at++;
        } else {
          return value.toString();
        }
      }
    }
    while (at < text.length() && text.charAt(at) != ',' && !isLineEnd()) {
      value.append(text.charAt(at++));
    }
    return value.toString();
  }

  private boolean isLineEnd() {
    return text.charAt(at) == '\n' || text.charAt(at) == '\r';
  }

  private static boolean isHeader(List<String> row) {
    if (row.size() != 18) {
      return false;
    }
    for (int i = 0; i < 18; i++) {
      if (!names(i).contains(plain(row.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHeaderInAnyOrder(List<String> row) {
    for (int i = 0; i < 18; i++) {
      Set<String> names = names(i);
      if (row.stream().noneMatch(field -> names.contains(plain(field)))) {
        return false;
      }
    }
    return row.size() == 18;
  }

  /** The title, and for all but the two imaging codes the title without what is in brackets. */
  private static Set<String> names(int column) {
    String title = TITLES.get(column);
    String full = plain(title);
    String brief = plain(title.replaceAll("\\(.*", ""));
    return column == 13 || column == 14 || brief.equals(full) ? Set.of(full) : Set.of(full, brief);
  }

  private static String plain(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }
}
