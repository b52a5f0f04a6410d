package org.didaccess.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The migrations that this version of the product knows for a cluster, without a database: so that
 * the superuser stays locked out when none of them is pending, and a data folder of a newer product
 * is refused before anything touches it.
 *
 * @param fingerprint SHA-256 over names and contents
 * @param highest the highest version of each folder
 */
record MigrationSet(String fingerprint, Map<String, Integer> highest) {
  private static final Pattern FILE = Pattern.compile("V(\\d+)__\\w+\\.sql");

  static MigrationSet of(ClusterKind kind) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Map<String, Integer> highest = new TreeMap<>();
      for (String folder :
          Stream.concat(Stream.of(kind.superuserMigrations()), kind.ownerMigrations().stream())
              .toList()) {
        highest.put(folder, read(folder, digest));
      }
      return new MigrationSet(HexFormat.of().formatHex(digest.digest()), highest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException | URISyntaxException e) {
      throw new IllegalStateException("Cannot list the migrations", e);
    }
  }

  private static int read(String folder, MessageDigest digest)
      throws IOException, URISyntaxException {
    URI place = MigrationSet.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Path root = Path.of(place);
    if (Files.isDirectory(root)) {
      return read(root, folder, digest);
    }
    try (FileSystem jar = FileSystems.newFileSystem(root)) {
      return read(jar.getPath("/"), folder, digest);
    }
  }

  private static int read(Path root, String folder, MessageDigest digest) throws IOException {
    int highest = 0;
    for (Path file : files(root.resolve("db/migration").resolve(folder))) {
      String name = file.getFileName().toString();
      Matcher version = FILE.matcher(name);
      if (version.matches()) {
        highest = Math.max(highest, Integer.parseInt(version.group(1)));
      }
      digest.update((folder + "/" + name).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(file));
    }
    return highest;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted(java.util.Comparator.comparing(Path::toString)).toList();
    }
  }

  /** The folders in which another set is ahead of this one. */
  List<String> aheadIn(Map<String, Integer> other) {
    return other.entrySet().stream()
        .filter(entry -> entry.getValue() > highest.getOrDefault(entry.getKey(), 0))
        .map(Map.Entry::getKey)
        .toList();
  }
}
