package org.didaccess.source;

import java.util.List;
import java.util.UUID;

/** Whether a release or workspace holds rows that their provider took back. */
public interface WithdrawnRows {

  /** How many rows of withdrawn submissions a release or workspace may hold; 0 where none. */
  long heldBy(UUID run);

  /** Why they were withdrawn, the latest first; what everybody who holds them reads. */
  List<String> reasons(UUID run);
}
