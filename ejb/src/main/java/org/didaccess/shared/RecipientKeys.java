package org.didaccess.shared;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Recipients' own public keys, to which packages are encrypted: of age, or of OpenPGP. */
public final class RecipientKeys {

  /** What the ledger keeps of a key; an OpenPGP key with many signatures is longer. */
  public static final int LONGEST = 4000;

  private RecipientKeys() {}

  /**
   * What is wrong with a key that somebody gave.
   *
   * @param now when something is to be encrypted to it
   * @return a sentence that says what to do; empty where the key can be used
   */
  public static Optional<String> faultOf(String key, Instant now) {
    if (AgeKeys.isRecipient(key)) {
      return Optional.empty();
    }
    if (!OpenPgpKeys.looksLikeOne(key)) {
      return Optional.of(
          "Give the recipient's own public key: age1… and 58 more characters, or an OpenPGP key as"
              + " gpg --armor --export writes it.");
    }
    if (key.length() > LONGEST) {
      return Optional.of(
          "The OpenPGP key is too long. Export it with --export-options export-minimal.");
    }
    try {
      OpenPgpKeys.encryptionKey(key, now);
      return Optional.empty();
    } catch (IOException fault) {
      return Optional.of(fault.getMessage());
    }
  }

  /** How a key is written down: the same however a browser broke its lines; null stays null. */
  public static String written(String key) {
    return key == null ? null : key.strip().replace("\r\n", "\n");
  }

  /** How a key is shown: one of age as it is, one of OpenPGP by its fingerprint. */
  public static String shown(String key) {
    try {
      return OpenPgpKeys.looksLikeOne(key) ? "OpenPGP " + OpenPgpKeys.fingerprint(key) : key;
    } catch (IOException damaged) {
      return "OpenPGP key that cannot be read";
    }
  }

  /** How the name of a file ends that is encrypted to it. */
  public static String fileEnding(String key) {
    return OpenPgpKeys.looksLikeOne(key) ? ".gpg" : ".age";
  }
}
