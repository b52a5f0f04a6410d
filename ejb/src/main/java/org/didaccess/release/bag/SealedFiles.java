package org.didaccess.release.bag;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.Optional;
import org.didaccess.shared.OpenPgpKeys;

/** A package's encryption: with age or with OpenPGP, as its recipient's key is one of the two. */
final class SealedFiles {

  private static final int MARK = 64;

  private SealedFiles() {}

  /** A stream that encrypts what is written to it; closing it closes the target. */
  static OutputStream encrypt(OutputStream target, String recipient) throws IOException {
    return OpenPgpKeys.looksLikeOne(recipient)
        ? PgpFiles.encrypt(target, recipient)
        : AgeFiles.encrypt(target, recipient);
  }

  /**
   * The plain content of a file, which may not be encrypted at all.
   *
   * @param source the file, of which a start can be read and gone back over
   * @throws IdentityNeededException when it is and no identity was given
   * @throws WrongIdentityException when it is encrypted to another key
   */
  static InputStream open(InputStream source, Optional<String> identity) throws IOException {
    source.mark(MARK);
    byte[] start = source.readNBytes(MARK);
    source.reset();
    if (AgeFiles.looksEncrypted(start)) {
      return AgeFiles.decrypt(Channels.newChannel(source), needed(identity, "age identity"));
    }
    return PgpFiles.looksEncrypted(start)
        ? PgpFiles.decrypt(source, needed(identity, "OpenPGP secret key"))
        : source;
  }

  private static String needed(Optional<String> identity, String what)
      throws IdentityNeededException {
    return identity.orElseThrow(
        () ->
            new IdentityNeededException(
                "The package is encrypted: give the file with your " + what + "."));
  }
}
