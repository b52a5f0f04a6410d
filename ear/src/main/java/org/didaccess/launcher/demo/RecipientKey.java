package org.didaccess.launcher.demo;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.didaccess.launcher.LaunchProblem;

/**
 * The recipient's own age key pair, as {@code age-keygen} would make it.
 *
 * @param recipient the public half, {@code age1…}
 * @param identity the private half, {@code AGE-SECRET-KEY-1…}
 */
record RecipientKey(String recipient, String identity) {

  static RecipientKey create() {
    try {
      KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
      return new RecipientKey(
          new String(pair.getPublic().getEncoded(), StandardCharsets.US_ASCII),
          new String(pair.getPrivate().getEncoded(), StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new LaunchProblem("This Java has no X25519. Use a JDK, version 17 or newer.", e);
    }
  }

  /** Keeps the private half in a file for its owner alone. */
  Path keep(Path folder) throws IOException {
    Path file = folder.resolve("recipient.agekey");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, identity + "\n");
    return file;
  }

  /** Never shows the private half. */
  @Override
  public String toString() {
    return recipient;
  }
}
