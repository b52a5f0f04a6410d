package org.didaccess.source.application;

import org.didaccess.source.domain.Item;

/** The file breaks the rule on its form; no record of it can be trusted. */
public final class UnreadableFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long row;

  /**
   * The file cannot be read from here on.
   *
   * @param row the record that could not be read, from 1
   * @param message what is wrong, without any value of the file
   */
  public UnreadableFileException(long row, String message, Throwable cause) {
    super(message, cause);
    this.row = row;
  }

  public UnreadableFileException(long row, String message) {
    this(row, message, null);
  }

  /** A row that has another number of columns than every row must have. */
  public static UnreadableFileException wrongColumns(long row, int columns) {
    return new UnreadableFileException(
        row, "A row has " + columns + " columns; every row must have exactly " + Item.COUNT + ".");
  }

  /** The record that could not be read, from 1. */
  public long row() {
    return row;
  }
}
