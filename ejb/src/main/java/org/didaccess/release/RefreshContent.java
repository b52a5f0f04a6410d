package org.didaccess.release;

import java.util.Locale;

/** What a refresh holds. */
public enum RefreshContent {
  FULL("All rows"),
  CHANGES("Changes only: rows added, changed or removed");

  private final String label;

  RefreshContent(String label) {
    this.label = label;
  }

  /** For pages. */
  public String label() {
    return label;
  }

  /** The guard's word for it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
