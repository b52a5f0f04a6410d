package org.didaccess.audit;

import java.util.UUID;

/**
 * Which rows of the trail are wanted; what is null does not matter.
 *
 * @param kind kind of aggregate
 * @param id the aggregate's id
 * @param act what was done
 * @param actor who did it
 */
public record AuditQuery(String kind, String id, String act, UUID actor) {

  /** Every row. */
  public static AuditQuery everything() {
    return new AuditQuery(null, null, null, null);
  }
}
