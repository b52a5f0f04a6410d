package org.didaccess.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked from their Maven artefact into a folder named after the archive's
 * own digest, so that another version never overwrites one that runs.
 */
public final class PostgresBinaries {
  private final Path home;

  private PostgresBinaries(Path home) {
    this.home = home;
  }

  /**
   * Unpacks the programs below {@code cache}, or finds them there.
   *
   * @throws DatabaseProblem if this machine has no artefact, or the folder cannot be written
   */
  public static PostgresBinaries unpackedIn(Path cache) {
    String archive = archiveOfThisMachine();
    Path home = cache.resolve("postgres-" + digest(archive).substring(0, 16));
    if (!Files.isDirectory(home)) {
      unpack(archive, home);
    }
    return new PostgresBinaries(home);
  }

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  private static String archiveOfThisMachine() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch");
    String name =
        system.contains("mac") ? "darwin" : system.contains("linux") ? "linux" : "unknown";
    String archive =
        switch (machine) {
          case "amd64", "x86_64" -> name + "-x86_64";
          case "aarch64" -> name + "-arm_64";
          default -> name + "-" + machine;
        };
    String resource = "/postgres-" + archive + ".txz";
    if (PostgresBinaries.class.getResource(resource) == null) {
      throw new DatabaseProblem(
          "No embedded PostgreSQL for "
              + archive
              + ". Set DID_DB_URL and DID_SDE_URL to PostgreSQL servers of your own.");
    }
    return resource;
  }

  private static String digest(String archive) {
    try (InputStream in = PostgresBinaries.class.getResourceAsStream(archive);
        DigestInputStream digesting =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digesting.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    } catch (IOException | GeneralSecurityException e) {
      throw new DatabaseProblem("Cannot read PostgreSQL's archive " + archive, e);
    }
  }

  private static void unpack(String archive, Path home) {
    Path draft = null;
    try {
      Files.createDirectories(home.getParent());
      draft = Files.createTempDirectory(home.getParent(), "unpacking-");
      extract(archive, draft);
      moveInto(home, draft);
    } catch (IOException e) {
      throw new DatabaseProblem(
          "Cannot unpack PostgreSQL into "
              + home.getParent()
              + ": "
              + e.getMessage()
              + ". About 60 MB of free space are needed.",
          e);
    } finally {
      PrivateFiles.deleteTree(draft);
    }
  }

  private static void moveInto(Path home, Path draft) throws IOException {
    try {
      Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.isDirectory(home)) {
        throw e;
      }
    }
  }

  private static void extract(String archive, Path target) throws IOException {
    try (InputStream in = PostgresBinaries.class.getResourceAsStream(archive);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(in, 1 << 16)))) {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null) {
        write(tar, entry, target);
        entry = tar.getNextEntry();
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("The archive leaves its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path);
    if ((entry.getMode() & 0100) != 0) {
      Set<PosixFilePermission> rights = EnumSet.copyOf(Files.getPosixFilePermissions(path));
      rights.add(PosixFilePermission.OWNER_EXECUTE);
      Files.setPosixFilePermissions(path, rights);
    }
  }
}
