package org.didaccess.pseudonym.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

  /** The keys of agreements by their id, and those of the product; not the audit trail's signer. */
  private static final Pattern WRAPPED =
      Pattern.compile("(signing|watermark|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.key");

  /** Whether some key stands there that a master key wraps. */
  boolean holdWrappedKeys() throws IOException {
    for (Path folder : List.of(keys, agreements)) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          if (files.anyMatch(file -> WRAPPED.matcher(file.getFileName().toString()).matches())) {
            return true;
          }
        }
      }
    }
    return false;
  }

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
