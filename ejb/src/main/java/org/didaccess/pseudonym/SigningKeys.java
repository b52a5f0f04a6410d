package org.didaccess.pseudonym;

/** Where the product's signing key comes from. */
public interface SigningKeys {

  /**
   * The key that signs packages, made at its first use.
   *
   * @throws KeyStoreException when it cannot be read, written or unwrapped
   */
  SigningKey signingKey();
}
