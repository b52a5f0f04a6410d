package org.didaccess.release.domain;

import java.util.UUID;
import org.didaccess.shared.NotPermitted;

/**
 * One person prepares, another checks and publishes, and neither is who asked for the extract. The
 * guard enforces the same for the publication, together with who decided.
 */
public final class TwoPersonPolicy {

  private TwoPersonPolicy() {}

  /** Whether this person may check or publish this extract. */
  public static boolean mayRelease(Extract extract, UUID person) {
    return !person.equals(extract.preparedBy()) && !person.equals(extract.requestedBy());
  }

  /**
   * Refuses the person who prepared or asked for the extract.
   *
   * @throws NotPermitted with what to do
   */
  public static void checkRelease(Extract extract, UUID person) {
    if (!mayRelease(extract, person)) {
      throw new NotPermitted(
          "second-person-needed",
          "You prepared or asked for this extract. Another data manager has to check and publish it.");
    }
  }

  /**
   * Refuses an order for oneself.
   *
   * @throws NotPermitted with what to do
   */
  public static void checkOrder(UUID requestedBy, UUID preparedBy) {
    if (requestedBy.equals(preparedBy)) {
      throw new NotPermitted(
          "second-person-needed",
          "You cannot prepare an extract that you asked for. Another data manager has to order it.");
    }
  }
}
