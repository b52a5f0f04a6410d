package org.didaccess.db;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What was migrated to last in a cluster's folder, written when all of it had succeeded. */
final class MigrationRecord {
  private static final String FINGERPRINT = "fingerprint";

  private final Path file;

  MigrationRecord(Path clusterHome) {
    this.file = clusterHome.resolve("migrated.properties");
  }

  /**
   * Whether the set still has to be applied.
   *
   * @throws DatabaseProblem if a newer product has already been here
   */
  boolean isPending(MigrationSet set) {
    Properties last = read();
    if (set.fingerprint().equals(last.getProperty(FINGERPRINT))) {
      return false;
    }
    if (!set.aheadIn(versions(last)).isEmpty()) {
      throw new DatabaseProblem(
          "The data folder "
              + file.getParent()
              + " was made by a newer version of the product. Start that version, or choose another"
              + " DID_HOME; nothing was changed.");
    }
    return true;
  }

  void applied(MigrationSet set) {
    StringBuilder text = new StringBuilder();
    text.append(FINGERPRINT).append('=').append(set.fingerprint()).append('\n');
    set.highest()
        .forEach((folder, version) -> text.append(folder).append('=').append(version).append('\n'));
    PrivateFiles.write(file, text.toString());
  }

  private Properties read() {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private static Map<String, Integer> versions(Properties last) {
    Map<String, Integer> versions = new TreeMap<>();
    for (String name : last.stringPropertyNames()) {
      if (!name.equals(FINGERPRINT)) {
        versions.put(name, Integer.valueOf(last.getProperty(name)));
      }
    }
    return versions;
  }
}
