package org.didaccess.release.bag;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digests of the package format, in lower-case hex. */
final class Digests {

  private Digests() {}

  static MessageDigest sha512() {
    return digest("SHA-512");
  }

  static MessageDigest sha256() {
    return digest("SHA-256");
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  static String sha512(byte[] content) {
    return HexFormat.of().formatHex(sha512().digest(content));
  }

  static String sha256(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("This Java has no " + algorithm + ".", missing);
    }
  }
}
