package org.didaccess.source.domain.derivation;

/** The group of an ethnic category (2001). */
public enum EthnicGroup {
  WHITE(1, "ABC"),
  MIXED(2, "DEFG"),
  ASIAN(3, "HJKL"),
  BLACK(4, "MNP"),
  OTHER(5, "RS"),
  NOT_STATED(6, "Z");

  private static final Short NOT_KNOWN = 9;
  private final short id;
  private final String categories;

  EthnicGroup(int id, String categories) {
    this.id = (short) id;
    this.categories = categories;
  }

  /** The group's id in the dictionary; null where no category was sent. */
  public static Short idOf(String category) {
    if (category == null) {
      return null;
    }
    for (EthnicGroup group : values()) {
      if (group.categories.contains(category)) {
        return group.id;
      }
    }
    return NOT_KNOWN;
  }
}
