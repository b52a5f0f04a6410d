package org.didaccess.source.application;

import org.didaccess.source.domain.Rule;

/**
 * One broken rule.
 *
 * @param row the record, from 1, header and empty lines not counted; 0 where the file has none
 * @param rule the rule
 * @param message what a reader is told; never a value of the file
 */
public record Finding(long row, Rule rule, String message) {

  /** A finding in the rule's own words. */
  public static Finding of(long row, Rule rule) {
    return new Finding(row, rule, rule.wording());
  }
}
