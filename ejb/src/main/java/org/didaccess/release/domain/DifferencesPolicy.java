package org.didaccess.release.domain;

import org.didaccess.shared.InvalidInput;

/**
 * Who publishes decides whether people may be singled out by what the recipient holds already, and
 * says how many. The guard holds to the same number.
 */
public final class DifferencesPolicy {

  private DifferencesPolicy() {}

  /**
   * Refuses another number than the one that was found.
   *
   * @param found up to how many people could be singled out
   * @param accepted what the publisher accepts; null stands for none
   * @throws InvalidInput where the two differ
   */
  public static void checkAccepted(long found, Long accepted) {
    if (found != (accepted == null ? 0 : accepted)) {
      throw new InvalidInput(
          "singledOut",
          "Up to "
              + found
              + " people could be singled out by what the recipient holds already. Confirm that"
              + " number, or cancel the release.");
    }
  }
}
