package org.didaccess.release.bag;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.didaccess.shared.OpenPgpKeys;

/** A package's encryption: with age or with OpenPGP, as its recipient's key is one of the two. */
final class SealedFiles {

  private static final int BUFFER = 256 << 10;
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
   * @throws IdentityNeededException when it is and no identity was given
   * @throws WrongIdentityException when it is encrypted to another key
   */
  static InputStream open(Path source, Optional<String> identity) throws IOException {
    FileChannel channel = FileChannel.open(source, StandardOpenOption.READ);
    try {
      return open(channel, identity);
    } catch (IOException unopened) {
      channel.close();
      throw unopened;
    }
  }

  private static InputStream open(FileChannel channel, Optional<String> identity)
      throws IOException {
    byte[] start = Channels.newInputStream(channel).readNBytes(MARK);
    channel.position(0);
    if (AgeFiles.looksEncrypted(start)) {
      return AgeFiles.decrypt(channel, needed(identity, "age identity"));
    }
    InputStream content = new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
    return PgpFiles.looksEncrypted(start)
        ? PgpFiles.decrypt(content, needed(identity, "OpenPGP secret key"))
        : content;
  }

  private static String needed(Optional<String> identity, String what)
      throws IdentityNeededException {
    return identity.orElseThrow(
        () ->
            new IdentityNeededException(
                "The package is encrypted: give the file with your " + what + "."));
  }
}
