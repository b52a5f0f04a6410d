package org.didaccess.source.application;

/**
 * The months of the source packed by columns, which a release reads in a fraction of the time. What
 * is not packed is read by rows and gives the same.
 */
public interface MonthPacking {

  /**
   * Packs one month that is not packed, in a transaction of its own. Where the source is being
   * changed it waits for nobody. A month that cannot be packed is left for an hour.
   *
   * @return false where there was none to pack now
   */
  boolean packNext();
}
