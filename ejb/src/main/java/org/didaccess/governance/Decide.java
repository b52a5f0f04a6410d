package org.didaccess.governance;

import java.util.List;
import java.util.UUID;
import org.didaccess.identity.Confirmation;

/**
 * A chair's decision for the slot's holder.
 *
 * @param versionId the version under review
 * @param controllershipId the slot
 * @param digest the digest of the selection that the chair saw
 * @param outcome overall
 * @param reason why
 * @param fields what becomes of single fields; a field not named is approved as it is
 * @param conditions conditions, for an approval with conditions
 * @param confirmation the chair's own secret
 */
public record Decide(
    UUID versionId,
    UUID controllershipId,
    String digest,
    Outcome outcome,
    String reason,
    List<FieldOutcome> fields,
    List<Condition> conditions,
    Confirmation confirmation) {

  /** Keeps its own copies of the lists. */
  public Decide {
    fields = fields == null ? List.of() : List.copyOf(fields);
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
  }

  /** What a controller can say. */
  public enum Outcome {
    /** Yes. */
    APPROVE("Approve"),
    /** Yes, with conditions. */
    APPROVE_WITH_CONDITIONS("Approve with conditions"),
    /** Not yet: questions to the applicant. */
    DEFER("Defer with questions"),
    /** No. */
    REJECT("Reject");

    private final String label;

    Outcome(String label) {
      this.label = label;
    }

    /** The words for people. */
    public String label() {
      return label;
    }

    /** Whether it lets the application go on. */
    public boolean approves() {
      return this == APPROVE || this == APPROVE_WITH_CONDITIONS;
    }
  }

  /**
   * What becomes of one field.
   *
   * @param field the field's code
   * @param outcome approve, coarsen or strike
   * @param coarser for coarsen, the less detailed field in its place; otherwise null
   */
  public record FieldOutcome(String field, FieldRuling outcome, String coarser) {}

  /** What a controller can say about a field. */
  public enum FieldRuling {
    /** As asked. */
    APPROVE,
    /** A less detailed field in its place. */
    COARSEN,
    /** Not at all. */
    STRIKE
  }

  /**
   * A condition.
   *
   * @param text what must be so
   * @param precedent whether nothing may be released before it is recorded as met
   */
  public record Condition(String text, boolean precedent) {}
}
