package org.didaccess.audit;

import jakarta.json.JsonObject;
import java.util.UUID;

/**
 * Appends acts of the application layer to the trail, inside the caller's transaction: act and row
 * stand or fall together. Acts that pass the guard are recorded by the guard itself.
 */
public interface AuditRecorder {

  /**
   * Appends a row to the chain of an aggregate.
   *
   * @param kind the kind of aggregate, a lower-case word such as {@code application}
   * @param id the aggregate's id
   * @param act what was done, past tense, lower case with hyphens
   * @param actor the id of the person who acted, or null where nobody did
   * @param body what else matters: ids, codes and instants, nothing personal
   * @return the row's number in the chain
   */
  long record(String kind, String id, String act, UUID actor, JsonObject body);
}
