package org.didaccess.source.infrastructure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.domain.reference.Reference;

/**
 * Reads one version of the reference from its files: {@code version.txt} and one CSV list for
 * organisations, postcodes, imaging codes, their map, clinical groups and their labels. The shipped
 * sample is invented.
 */
public final class ReferenceFiles {

  static final List<String> NAMES =
      List.of(
          "version.txt",
          "organisation.csv",
          "postcode.csv",
          "nicip.csv",
          "snomed.csv",
          "imaging_map.csv",
          "clinical_group.csv",
          "clinical_label.csv");

  private static final String SAMPLE = "/org/didaccess/source/reference/";

  private ReferenceFiles() {}

  /** The invented sample that the product ships. */
  public static Reference sample() {
    return read(
        "the shipped sample", name -> ReferenceFiles.class.getResourceAsStream(SAMPLE + name));
  }

  /**
   * The reference in a folder.
   *
   * @throws InvalidSubmissionException where a file is missing or cannot be read
   */
  public static Reference in(Path folder) {
    return read(folder.toString(), name -> Files.newInputStream(folder.resolve(name)));
  }

  private interface Opener {
    InputStream open(String name) throws IOException;
  }

  private static Reference read(String place, Opener opener) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : NAMES) {
      try (InputStream file = opener.open(name)) {
        files.put(name, file.readAllBytes());
      } catch (NoSuchFileException e) {
        throw new InvalidSubmissionException(
            "The reference in " + place + " lacks the file " + name + ".", e);
      } catch (IOException e) {
        throw new InvalidSubmissionException(
            "The reference in " + place + " cannot be read: " + name + ".", e);
      }
    }
    try {
      return new Reference(version(files), digest(files), new ReferenceLists(files).lists());
    } catch (RuntimeException e) {
      throw new InvalidSubmissionException(
          "The reference in " + place + " is not written as it should be: " + e.getMessage(), e);
    }
  }

  private static String version(Map<String, byte[]> files) {
    return new String(files.get("version.txt"), StandardCharsets.UTF_8).strip();
  }

  private static byte[] digest(Map<String, byte[]> files) {
    MessageDigest digest = sha256();
    for (String name : NAMES) {
      byte[] content = files.get(name);
      digest.update((name + " " + content.length + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(content);
    }
    return digest.digest();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  static InputStream stream(Map<String, byte[]> files, String name) {
    return new ByteArrayInputStream(files.get(name));
  }
}
