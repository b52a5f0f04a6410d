package org.didaccess.release.domain;

import java.util.UUID;
import org.didaccess.shared.NotPermitted;

/**
 * One person prepares, another checks and publishes, and neither is who asked for the extract. A
 * refresh prepares itself, so that two people release it: one checks, who may be the one that gave
 * the standing order, and another publishes. The guard enforces the same for the publication,
 * together with who decided.
 */
public final class TwoPersonPolicy {

  private TwoPersonPolicy() {}

  /** Whether this person may check this extract. */
  public static boolean mayCheck(Extract extract, UUID person) {
    return !person.equals(extract.requestedBy())
        && (extract.refresh().isPresent() || !person.equals(extract.preparedBy()));
  }

  /** Whether this person may publish this extract. */
  public static boolean mayPublish(Extract extract, UUID person) {
    return !person.equals(extract.requestedBy())
        && !person.equals(extract.preparedBy())
        && (extract.refresh().isEmpty() || !person.equals(extract.checkedBy()));
  }

  /**
   * Refuses who may not check.
   *
   * @throws NotPermitted with what to do
   */
  public static void demandCheck(Extract extract, UUID person) {
    demand(mayCheck(extract, person), "You prepared or asked for this extract.");
  }

  /**
   * Refuses who may not publish.
   *
   * @throws NotPermitted with what to do
   */
  public static void demandPublication(Extract extract, UUID person) {
    demand(
        mayPublish(extract, person),
        extract.refresh().isPresent()
            ? "You asked for, ordered or checked this refresh."
            : "You prepared or asked for this extract.");
  }

  private static void demand(boolean allowed, String why) {
    if (!allowed) {
      throw new NotPermitted(
          "second-person-needed", why + " Another data manager has to check or publish it.");
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
