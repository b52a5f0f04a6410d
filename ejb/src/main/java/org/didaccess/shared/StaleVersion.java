package org.didaccess.shared;

/** Somebody else changed the thing since the caller read it. */
public final class StaleVersion extends DomainException {

  private static final long serialVersionUID = 1L;

  /** The caller must read again before changing anything. */
  public StaleVersion() {
    super(
        "stale-version",
        "This was changed since you opened it. Open it again, then repeat your change.");
  }

  /**
   * Compares the version that a caller last saw with the present one.
   *
   * @throws StaleVersion where they differ
   */
  public static void check(long expected, long present) {
    if (expected != present) {
      throw new StaleVersion();
    }
  }
}
