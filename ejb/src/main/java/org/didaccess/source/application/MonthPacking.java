package org.didaccess.source.application;

/**
 * The months of the source packed by columns, which a release reads in a fraction of the time. What
 * is not packed is read by rows and gives the same.
 */
public interface MonthPacking {

  /**
   * Packs the months that are not, each in a transaction of its own. Where the source is being
   * changed it waits for nobody and leaves them to the next time.
   */
  void packAll();
}
