package org.didaccess.web.page;

/**
 * Something to choose.
 *
 * @param value what is kept
 * @param label what is shown
 * @param hint what helps to choose, or null
 */
public record Choice(String value, String label, String hint) {

  /** A choice without a hint. */
  public Choice(String value, String label) {
    this(value, label, null);
  }
}
