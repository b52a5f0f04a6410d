package org.didaccess.shared;

/**
 * Which part of a list is wanted.
 *
 * @param offset how many items to skip, from 0
 * @param limit how many items to return, 1 to 100
 */
public record PageRequest(int offset, int limit) {

  /** The most items that one page has. */
  public static final int MOST = 100;

  private static final int USUAL = 20;

  /** Refuses numbers that are out of bounds. */
  public PageRequest {
    if (offset < 0) {
      throw new InvalidInput("offset", "Give an offset of 0 or more.");
    }
    if (limit < 1 || limit > MOST) {
      throw new InvalidInput("limit", "Give a limit from 1 to 100.");
    }
  }

  /** The first page of the usual size. */
  public static PageRequest first() {
    return new PageRequest(0, USUAL);
  }
}
