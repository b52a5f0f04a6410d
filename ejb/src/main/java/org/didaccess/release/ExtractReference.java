package org.didaccess.release;

import java.util.Locale;
import java.util.UUID;

/** What people call an extract. */
public final class ExtractReference {

  private static final int LENGTH = 13;

  private ExtractReference() {}

  /** The reference of the extract of that id, which is also the run's. */
  public static String of(UUID id) {
    return "EXT-" + id.toString().substring(0, LENGTH).toUpperCase(Locale.ROOT);
  }
}
