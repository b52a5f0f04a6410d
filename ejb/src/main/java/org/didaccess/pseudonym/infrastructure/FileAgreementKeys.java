package org.didaccess.pseudonym.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.didaccess.pseudonym.AgreementKeys;
import org.didaccess.pseudonym.Destruction;
import org.didaccess.pseudonym.KeyDestroyedException;
import org.didaccess.pseudonym.KeyStoreException;
import org.didaccess.pseudonym.KeyWrapping;
import org.didaccess.pseudonym.TokenKey;
import org.didaccess.pseudonym.WrappedSecrets;
import org.didaccess.shared.StagedFile;

/** Keys as wrapped files, one an agreement; records of destruction are applied before any use. */
public final class FileAgreementKeys implements AgreementKeys, WrappedSecrets {

  private static final String SUFFIX = ".key";

  private final Path folder;
  private final MasterKey master;
  private final DestructionRecords destructions;
  private final SecureRandom random = new SecureRandom();

  /**
   * Opens the store, making it where there is none, and destroys again whatever a restored store
   * brought back.
   */
  public FileAgreementKeys(KeyFolders folders) {
    folder = folders.agreements();
    master = MasterKey.open(folders);
    destructions = new DestructionRecords(folders.destructions());
    try {
      KeyFiles.privateFolder(folder);
    } catch (IOException failed) {
      throw new KeyStoreException("The key store " + folder + " cannot be made.", failed);
    }
    destructions.agreements().forEach(this::shred);
  }

  @Override
  public synchronized TokenKey keyOf(UUID agreement) {
    if (isDestroyed(agreement)) {
      shred(agreement);
      throw new KeyDestroyedException(agreement);
    }
    try {
      return read(agreement);
    } catch (NoSuchFileException missing) {
      throw new KeyStoreException(
          "The key of agreement "
              + agreement
              + ", under which tokens were made, is not in "
              + folder
              + ". Restore the key store, and let all servers use the same one.",
          missing);
    } catch (IOException failed) {
      throw new KeyStoreException(
          "The key of agreement " + agreement + " cannot be read in " + folder + ".", failed);
    }
  }

  @Override
  public TokenKey keyOfFirstUse(UUID agreement) {
    try {
      FolderLock.during(folder, () -> makeUnlessThere(agreement));
    } catch (IOException | GeneralSecurityException failed) {
      throw new KeyStoreException(
          "The key of agreement " + agreement + " cannot be made in " + folder + ".", failed);
    }
    return keyOf(agreement);
  }

  @Override
  public synchronized void destroy(Destruction destruction) {
    destructions.append(destruction);
    shred(destruction.agreement());
  }

  @Override
  public Set<UUID> held() {
    try (Stream<Path> keys = Files.list(folder)) {
      return keys.map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> UUID.fromString(name.substring(0, name.length() - SUFFIX.length())))
          .collect(Collectors.toSet());
    } catch (IOException failed) {
      throw new KeyStoreException("The key store " + folder + " cannot be read.", failed);
    }
  }

  @Override
  public boolean isDestroyed(UUID agreement) {
    return destructions.contains(agreement);
  }

  /**
   * Copies the wrapped keys into a backup folder. The master key and its password are backed up
   * apart from it, or the backup would open itself.
   */
  public synchronized void backUpTo(Path target) {
    try (Stream<Path> keys = Files.list(folder)) {
      KeyFiles.privateFolder(target);
      for (Path key : keys.filter(file -> file.toString().endsWith(SUFFIX)).toList()) {
        StagedFile.write(target.resolve(key.getFileName()), Files.readAllBytes(key));
      }
    } catch (IOException failed) {
      throw new KeyStoreException("The keys could not be backed up to " + target + ".", failed);
    }
  }

  @Override
  public synchronized long rewrap(KeyWrapping wrapping) {
    return held().stream()
        .mapToLong(agreement -> WrappedFile.rewrap(file(agreement), purpose(agreement), wrapping))
        .sum();
  }

  private void makeUnlessThere(UUID agreement) throws IOException {
    if (isDestroyed(agreement) || Files.exists(file(agreement))) {
      return;
    }
    byte[] bytes = TokenKey.random(random).copyBytes();
    try {
      StagedFile.write(file(agreement), master.wrap(bytes, purpose(agreement)));
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private TokenKey read(UUID agreement) throws IOException {
    byte[] bytes = master.unwrap(Files.readAllBytes(file(agreement)), purpose(agreement));
    try {
      return new TokenKey(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private void shred(UUID agreement) {
    try {
      KeyFiles.shred(file(agreement));
    } catch (IOException failed) {
      throw new KeyStoreException(
          "The key of agreement "
              + agreement
              + " is recorded as destroyed but could not be removed from "
              + folder
              + ". Make the folder writable and start again.",
          failed);
    }
  }

  private Path file(UUID agreement) {
    return folder.resolve(agreement + SUFFIX);
  }

  private static String purpose(UUID agreement) {
    return "agreement-key/1/" + agreement;
  }
}
