package org.didaccess.pseudonym;

/** Secrets that stand somewhere wrapped by the master key. */
public interface WrappedSecrets {

  /**
   * Unwraps each and wraps it anew. Repeating it is harmless; where it stops half-way every secret
   * still opens with one of the two keys.
   *
   * @return how many there are
   * @throws KeyStoreException where one cannot be read or written
   */
  long rewrap(KeyWrapping wrapping);
}
