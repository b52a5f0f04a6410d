package org.didaccess.release.bag;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.didaccess.shared.Sha256;

/** The digests of the package format, in lower-case hex. */
final class Digests {

  private Digests() {}

  static MessageDigest sha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("This Java has no SHA-512.", missing);
    }
  }

  static MessageDigest sha256() {
    return Sha256.digest();
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  static String sha512(byte[] content) {
    return HexFormat.of().formatHex(sha512().digest(content));
  }

  static String sha512(Path file) throws IOException {
    MessageDigest digest = sha512();
    try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
      content.transferTo(OutputStream.nullOutputStream());
    }
    return hex(digest);
  }

  static String sha256(String text) {
    return Sha256.hex(text);
  }
}
