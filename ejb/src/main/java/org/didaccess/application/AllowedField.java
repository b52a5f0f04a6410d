package org.didaccess.application;

/**
 * What every controller's last word together leaves of a field.
 *
 * @param field the field asked for
 * @param outcome the word for it: approve, coarsen or strike
 * @param coarser the less detailed field in its place, or null
 */
public record AllowedField(String field, String outcome, String coarser) {

  /** Whether the field is released as it was asked for. */
  public boolean asAsked() {
    return outcome.equals("approve");
  }

  /** The field that is released, or null. */
  public String released() {
    return switch (outcome) {
      case "approve" -> field;
      case "coarsen" -> coarser;
      default -> null;
    };
  }
}
