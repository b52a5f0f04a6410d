package org.didaccess.release.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.didaccess.release.SyntheticExtract;

/** The files of an invented package by their names in the bag. */
final class TarFiles {

  private TarFiles() {}

  static Map<String, byte[]> of(SyntheticExtract made, String bag) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    made.writeTo(content);
    assertThat(content.size()).isEqualTo(made.length());
    Map<String, byte[]> files = new TreeMap<>();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new ByteArrayInputStream(content.toByteArray()))) {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null) {
        assertThat(entry.getName()).startsWith(bag);
        files.put(entry.getName().substring(bag.length()), tar.readAllBytes());
        entry = tar.getNextEntry();
      }
    }
    return files;
  }

  static String text(Map<String, byte[]> files, String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }
}
