package org.didaccess.catalogue;

/** How freely a field can be asked for; the classes are this product's proposal. */
public enum FieldClass {
  /** Can be asked for without more words. */
  STANDARD("Standard"),
  /** Can be asked for with a reason. */
  JUSTIFY("Needs a reason"),
  /** Leaves only as the agreement's own token. */
  TOKEN("Replaced by a token of the agreement's own"),
  /** Identifies a professional: not released. */
  WITHHELD("Withheld"),
  /** Identifies a patient: never released. */
  IDENTIFIER("Identifier: never released");

  private final String label;

  FieldClass(String label) {
    this.label = label;
  }

  /** The words for people. */
  public String label() {
    return label;
  }

  /** Whether a recipient can ask for fields of this class. */
  public boolean selectable() {
    return this == STANDARD || this == JUSTIFY || this == TOKEN;
  }
}
