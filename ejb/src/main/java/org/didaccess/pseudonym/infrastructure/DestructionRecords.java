package org.didaccess.pseudonym.infrastructure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.didaccess.pseudonym.Destruction;
import org.didaccess.pseudonym.KeyStoreException;
import org.didaccess.shared.StagedFile;

/**
 * What was destroyed, one file an agreement, in a folder outside the key store: an old store that
 * is restored from its backup cannot bring a destroyed key back.
 */
final class DestructionRecords {

  private static final String SUFFIX = ".destroyed";

  private final Path folder;

  DestructionRecords(Path folder) {
    this.folder = folder;
  }

  void append(Destruction destruction) {
    try {
      KeyFiles.privateFolder(folder);
      if (!contains(destruction.agreement())) {
        StagedFile.write(file(destruction.agreement()), text(destruction));
      }
    } catch (IOException failed) {
      throw new KeyStoreException(
          "The destruction could not be recorded in " + folder + "; nothing was destroyed.",
          failed);
    }
  }

  boolean contains(UUID agreement) {
    return Files.exists(file(agreement));
  }

  List<UUID> agreements() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(DestructionRecords::agreementOf).flatMap(Optional::stream).toList();
    } catch (IOException failed) {
      throw new KeyStoreException(
          "The records of destruction in " + folder + " cannot be read.", failed);
    }
  }

  private static Optional<UUID> agreementOf(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(SUFFIX)
        ? Optional.of(UUID.fromString(name.substring(0, name.length() - SUFFIX.length())))
        : Optional.empty();
  }

  private Path file(UUID agreement) {
    return folder.resolve(agreement + SUFFIX);
  }

  private static byte[] text(Destruction destruction) {
    return String.join(
            "\n",
            "agreement=" + destruction.agreement(),
            "at=" + destruction.at(),
            "evidence=" + destruction.evidence().replace('\n', ' '),
            "")
        .getBytes(StandardCharsets.UTF_8);
  }
}
