package org.didaccess.release.bag;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.bouncycastle.openpgp.api.OpenPGPKeyGenerator;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;

/**
 * An invented recipient's OpenPGP keys, as gpg would make and export them.
 *
 * @param exported the public half
 * @param secret the private half, without a passphrase
 */
record PgpPair(String exported, String secret, OpenPGPKeyGenerator.WithPrimaryKey maker) {

  private static final int AS_GNUPG_READS = 4;
  private static final String OWNER = "Invented Recipient <recipient@example.org>";

  static PgpPair made() {
    try {
      return of(new BcOpenPGPApi().generateKey(AS_GNUPG_READS).classicKey(OWNER));
    } catch (PGPException e) {
      throw new IllegalStateException(e);
    }
  }

  static PgpPair forSigningAlone() throws PGPException {
    return of(new BcOpenPGPApi().generateKey(AS_GNUPG_READS).signOnlyKey().addUserId(OWNER));
  }

  /** The same private half behind a passphrase. */
  String secretWith(String passphrase) {
    try {
      return maker.build(passphrase.toCharArray()).toAsciiArmoredString();
    } catch (PGPException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PgpPair of(OpenPGPKeyGenerator.WithPrimaryKey maker) throws PGPException {
    OpenPGPKey key = maker.build();
    try {
      return new PgpPair(
          key.toCertificate().toAsciiArmoredString(), key.toAsciiArmoredString(), maker);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
