package org.didaccess.release.bag;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Short programs that read the data with the right types, to be run in the bag's folder. */
final class Loaders {

  private Loaders() {}

  /** The loaders by file name. */
  static SortedMap<String, byte[]> write(PackageDescription description) {
    return new TreeMap<>(
        Map.of(
            "loaders/load.py", bytes(PythonLoader.write(description)),
            "loaders/load.R", bytes(RLoader.write(description)),
            "loaders/load.do", bytes(StataLoader.write(description)),
            "loaders/load.sql", bytes(SqlLoader.write(description))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
