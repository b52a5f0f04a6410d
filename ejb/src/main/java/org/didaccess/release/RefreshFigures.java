package org.didaccess.release;

/**
 * What a refresh means to whoever holds the one before.
 *
 * @param added rows that they did not have
 * @param changed rows that they had with other values
 * @param removed rows that they had and that count no more
 * @param held rows that they have once it is applied
 * @param moved records that now belong to another person than before
 */
public record RefreshFigures(long added, long changed, long removed, long held, long moved) {

  /** Of nothing. */
  public static final RefreshFigures NONE = new RefreshFigures(0, 0, 0, 0, 0);

  /** Of two parts together. */
  public RefreshFigures plus(RefreshFigures other) {
    return new RefreshFigures(
        added + other.added,
        changed + other.changed,
        removed + other.removed,
        held + other.held,
        moved + other.moved);
  }
}
