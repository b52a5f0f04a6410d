package org.didaccess.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The passwords of one cluster's logins: random, one file a role, readable by the owner alone. They
 * are made once and kept; whoever deletes a file gets a new password at the next migration.
 */
public final class RoleSecrets {
  private static final int SECRET_BYTES = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path folder;

  /**
   * @param folder where the files lie; made with mode 0700 when missing
   */
  public RoleSecrets(Path folder) {
    this.folder = folder;
    PrivateFiles.folder(folder);
  }

  /** The role's password; makes one if there is none. */
  public synchronized String of(String role) {
    return find(role).orElseGet(() -> create(role));
  }

  /** The role's password, if one was made. */
  public Optional<String> find(String role) {
    try {
      return Optional.of(Files.readString(file(role)).strip());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String create(String role) {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    PrivateFiles.write(file(role), secret);
    return secret;
  }

  private Path file(String role) {
    if (!role.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException("Not the name of a role: " + role);
    }
    return folder.resolve(role);
  }
}
