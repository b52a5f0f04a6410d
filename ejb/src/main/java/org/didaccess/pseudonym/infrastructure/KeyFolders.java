package org.didaccess.pseudonym.infrastructure;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where keys are kept. The four folders are parted so that each has its own backup and rights.
 *
 * @param keys the master key store and the signing key
 * @param agreements the wrapped keys of the agreements
 * @param secrets the password of the master key store
 * @param destructions the records of destroyed keys, never restored to an older state
 * @param token where the master key is made instead of a file; empty where it is a file
 */
public record KeyFolders(
    Path keys, Path agreements, Path secrets, Path destructions, Optional<KeyToken> token) {

  /** The folders under a data folder, with the token that the environment names. */
  public static KeyFolders under(Path home) {
    return under(home, KeyToken.of(System.getenv()));
  }

  /** The folders under a data folder. */
  public static KeyFolders under(Path home, Optional<KeyToken> token) {
    Path keys = home.resolve("keys");
    return new KeyFolders(
        keys,
        keys.resolve("agreements"),
        home.resolve("secrets"),
        home.resolve("key-destructions"),
        token);
  }
}
