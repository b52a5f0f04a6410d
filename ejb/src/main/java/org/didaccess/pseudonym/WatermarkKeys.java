package org.didaccess.pseudonym;

import java.util.UUID;

/**
 * The keys of the marks. They are derived from one secret of the product, which outlives the
 * agreements' keys: a leak can be traced after the agreement's key was destroyed, and the mark
 * gives no token.
 */
public interface WatermarkKeys {

  /**
   * The key of the mark for a recipient organisation under an agreement: always the same.
   *
   * @throws KeyStoreException when the secret is not there, or the store cannot be read
   */
  WatermarkKey of(UUID agreement, UUID recipient);

  /**
   * Makes the secret where it is not there. Only where nothing was ever marked: what bears marks of
   * another secret could not be traced any more.
   *
   * @throws KeyStoreException when the store cannot be read or written
   */
  void makeForFirstUse();

  /**
   * A value that only this secret gives, as {@link TokenKey#checkValue} is.
   *
   * @throws KeyStoreException when the secret is not there, or the store cannot be read
   */
  byte[] checkValue();
}
