package org.didaccess.source.application;

import org.didaccess.source.domain.Item;

/** The file breaks the rule on its form; no record of it can be trusted. */
public final class UnreadableFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long row;

  /**
   * The file cannot be read from here on.
   *
   * @param row the record that could not be read, from 1; 0 where the file has none
   * @param message what is wrong, without any value of the file
   */
  public UnreadableFileException(long row, String message, Throwable cause) {
    super(message, cause);
    this.row = row;
  }

  public UnreadableFileException(long row, String message) {
    this(row, message, null);
  }

  /** A file without any record, so that none of its records could not be read. */
  public static UnreadableFileException noRecords() {
    return new UnreadableFileException(0, "The file has no records.");
  }

  /** A row that has another number of columns than every row must have. */
  public static UnreadableFileException wrongColumns(long row, int columns) {
    return new UnreadableFileException(
        row, "A row has " + columns + " columns; every row must have exactly " + Item.COUNT + ".");
  }

  /** The record that could not be read, from 1; 0 where the file has none. */
  public long row() {
    return row;
  }
}
