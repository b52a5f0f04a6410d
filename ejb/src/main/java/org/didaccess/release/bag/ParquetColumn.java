package org.didaccess.release.bag;

import java.io.IOException;

/** One column of a row group while it is gathered: for each row the number of its value. */
final class ParquetColumn {

  /** What stands in place of a number where there is no value. */
  static final int NULL = -1;

  private final ParquetSchema.TypedColumn typed;
  private final ColumnValues values = new ColumnValues();
  private final int[] numbers;
  private int rows;

  /** Room for so many rows. */
  ParquetColumn(ParquetSchema.TypedColumn typed, int mostRows) {
    this.typed = typed;
    this.numbers = new int[mostRows];
  }

  /** Takes the next field. */
  void add(CsvFields fields) throws IOException {
    numbers[rows++] = fields.next() ? keep(fields) : NULL;
  }

  private int keep(CsvFields fields) {
    return typed.mayHaveDictionary() ? values.numberOf(fields) : values.add(fields);
  }

  ParquetSchema.TypedColumn typed() {
    return typed;
  }

  ColumnValues values() {
    return values;
  }

  int rows() {
    return rows;
  }

  /** The number of a row's value, or {@link #NULL}. */
  int number(int row) {
    return numbers[row];
  }

  /** Empties it for the next group. */
  void clear() {
    rows = 0;
    values.clear();
  }
}
