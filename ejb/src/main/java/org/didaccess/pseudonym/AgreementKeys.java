package org.didaccess.pseudonym;

import java.util.Set;
import java.util.UUID;

/**
 * The keys of the agreements. All data sets of one agreement share its key, so they link; two
 * agreements never do.
 */
public interface AgreementKeys {

  /**
   * The key of an agreement.
   *
   * @throws KeyDestroyedException when the key was destroyed, even where a restored store holds it
   * @throws KeyStoreException when it is not there, or the store cannot be read
   */
  TokenKey keyOf(UUID agreement);

  /**
   * The key of an agreement, made where it is not there. Only for an agreement that never gave a
   * token: another key would give others.
   *
   * @throws KeyDestroyedException when the key was destroyed, even where a restored store holds it
   * @throws KeyStoreException when the store cannot be read or written
   */
  TokenKey keyOfFirstUse(UUID agreement);

  /**
   * Destroys the key of an agreement for good. The record is kept outside the store before the key
   * goes, so that an interrupted destruction is finished at the next start. Repeating it is
   * harmless.
   */
  void destroy(Destruction destruction);

  /**
   * The agreements of which a key is there.
   *
   * @throws KeyStoreException when the store cannot be read
   */
  Set<UUID> held();

  /** Whether the key of this agreement was destroyed. */
  boolean isDestroyed(UUID agreement);
}
