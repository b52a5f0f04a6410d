package org.didaccess.source;

import java.util.UUID;

/** Whether a release or workspace holds rows that their provider took back. */
public interface WithdrawnRows {

  /** How many rows of withdrawn submissions a release or workspace may hold; 0 where none. */
  long heldBy(UUID run);
}
