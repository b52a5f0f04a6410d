package org.didaccess.catalogue;

/**
 * One line of a data set's page, exactly as published.
 *
 * @param kind what the line is
 * @param text the words, without the dash that marks an item
 */
public record PageLine(Kind kind, String text) {

  /** What a line is. */
  public enum Kind {
    /** A sentence or a value. */
    TEXT,
    /** A question or explanation that introduces the values below it. */
    HINT,
    /** One value of several; the published page marks it with a dash. */
    ITEM
  }
}
