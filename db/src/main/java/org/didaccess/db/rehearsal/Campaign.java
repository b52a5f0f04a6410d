package org.didaccess.db.rehearsal;

/** How much a test does: little in a plain run, all of it with {@code -Ddid.campaign=full}. */
public final class Campaign {

  private Campaign() {}

  /** Whether all of it is to be done. */
  public static boolean isFull() {
    return "full".equals(System.getProperty("did.campaign"));
  }

  /** One of two counts. */
  public static int of(int plain, int full) {
    return isFull() ? full : plain;
  }
}
