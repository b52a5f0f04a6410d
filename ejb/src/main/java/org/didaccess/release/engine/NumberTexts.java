package org.didaccess.release.engine;

/**
 * The texts of one column's whole numbers: words where the column has a dictionary, else digits. A
 * code that the dictionary lacks leaves as it is: nothing is lost, and a check can find it.
 */
final class NumberTexts {

  /** Texts of numbers from 0 on are kept; most codes, ages and days are below. */
  private static final int KEPT = 1 << 12;

  private final LabelTable labels;
  private final FieldText[] texts = new FieldText[KEPT];

  NumberTexts(LabelTable labels) {
    this.labels = labels;
  }

  /** Adds a number's text to a line that has room for it. */
  void add(long value, LineBuffer line) {
    if (value >= 0 && value < KEPT) {
      FieldText text = texts[(int) value];
      if (text != null) {
        line.add(text);
        return;
      }
    }
    int before = line.length();
    write(value, line);
    if (value >= 0 && value < KEPT) {
      texts[(int) value] = new FieldText(line.bytes(), before, line.length());
    }
  }

  private void write(long value, LineBuffer line) {
    int before = line.length();
    line.addNumber(value);
    byte[] words = labels.isEmpty() ? null : labels.words(line.bytes(), before, line.length());
    if (words != null) {
      line.cutTo(before);
      line.add(words, 0, words.length);
    }
  }
}
