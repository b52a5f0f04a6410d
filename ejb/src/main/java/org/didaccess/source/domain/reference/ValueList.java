package org.didaccess.source.domain.reference;

import java.util.Locale;

/** The short lists of codes that an item takes its value from. */
public enum ValueList {
  NHS_NUMBER_STATUS,
  ETHNIC_CATEGORY,
  GENDER,
  SOURCE_SETTING;

  /** Its name in the reference's file, and as the kind of its labels. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
