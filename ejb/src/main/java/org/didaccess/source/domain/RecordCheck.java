package org.didaccess.source.domain;

/** The test behind one rule of a record. */
@FunctionalInterface
public interface RecordCheck {

  /** Whether the record keeps the rule. */
  boolean holds(SubmittedRecord submitted, CheckContext context);
}
