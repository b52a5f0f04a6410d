package org.didaccess.source.infrastructure;

import java.time.LocalDate;

/** Values in the text form of PostgreSQL's COPY: tab between columns, {@code \N} for null. */
final class CopyText {

  private final StringBuilder out;
  private boolean first = true;

  CopyText(StringBuilder out) {
    this.out = out;
  }

  CopyText add(String value) {
    separate();
    if (value == null) {
      out.append("\\N");
    } else {
      escape(value);
    }
    return this;
  }

  CopyText add(Number value) {
    separate();
    if (value == null) {
      out.append("\\N");
    } else {
      out.append(value.longValue());
    }
    return this;
  }

  CopyText add(LocalDate value) {
    separate();
    if (value == null) {
      out.append("\\N");
    } else {
      digits(value.getYear(), 1000).append('-');
      digits(value.getMonthValue(), 10).append('-');
      digits(value.getDayOfMonth(), 10);
    }
    return this;
  }

  void end() {
    out.append('\n');
  }

  private void separate() {
    if (!first) {
      out.append('\t');
    }
    first = false;
  }

  private StringBuilder digits(int value, int unit) {
    for (int place = unit; place > 0; place /= 10) {
      out.append((char) ('0' + value / place % 10));
    }
    return out;
  }

  private void escape(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        default -> out.append(c);
      }
    }
  }
}
