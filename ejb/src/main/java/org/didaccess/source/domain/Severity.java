package org.didaccess.source.domain;

/** What follows from a broken rule. */
public enum Severity {
  /** The whole file is rejected. */
  FILE,
  /** The record is rejected. */
  RECORD,
  /** The record is kept and a warning given. */
  WARNING
}
