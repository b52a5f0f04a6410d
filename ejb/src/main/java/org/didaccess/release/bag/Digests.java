package org.didaccess.release.bag;

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

  static String sha256(String text) {
    return Sha256.hex(text);
  }
}
