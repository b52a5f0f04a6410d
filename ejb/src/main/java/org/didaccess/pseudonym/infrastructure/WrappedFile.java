package org.didaccess.pseudonym.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.didaccess.pseudonym.KeyStoreException;
import org.didaccess.pseudonym.KeyWrapping;
import org.didaccess.shared.StagedFile;

/** Wraps the key in a file anew. */
final class WrappedFile {

  private WrappedFile() {}

  /** Gives 1, or 0 where there is no such file. */
  static long rewrap(Path file, String purpose, KeyWrapping wrapping) {
    if (!Files.exists(file)) {
      return 0;
    }
    try {
      byte[] secret = wrapping.unwrap(Files.readAllBytes(file), purpose);
      try {
        StagedFile.write(file, wrapping.wrap(secret, purpose));
      } finally {
        Arrays.fill(secret, (byte) 0);
      }
      return 1;
    } catch (IOException failed) {
      throw new KeyStoreException("The key in " + file + " could not be wrapped anew.", failed);
    }
  }
}
