package org.didaccess.pseudonym;

/** Wraps small secrets under the master key, so that they may stand where others can read. */
public interface KeyWrapping {

  /** Wraps secret bytes for one named purpose; they unwrap for that purpose alone. */
  byte[] wrap(byte[] secret, String purpose);

  /**
   * Gives back what was wrapped for this purpose.
   *
   * @throws KeyStoreException where it was changed, or wrapped for another purpose or by another
   *     key
   */
  byte[] unwrap(byte[] wrapped, String purpose);
}
