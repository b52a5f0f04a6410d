package org.didaccess.source.infrastructure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.didaccess.shared.Sha256;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.domain.reference.Reference;

/**
 * Reads one version of the reference from its files: {@code version.txt} and one CSV list for
 * organisations, postcodes, imaging codes, their map, clinical groups and their labels, and value
 * lists. The shipped sample is invented.
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
          "clinical_label.csv",
          "value_list.csv");

  private static final String SAMPLE = "/org/didaccess/source/reference/";

  /** What the shipped sample is called. */
  static final String SAMPLE_VERSION = sampleVersion();

  private ReferenceFiles() {}

  /** The invented sample that the product ships. */
  public static Reference sample() {
    return read("the shipped sample", ReferenceFiles::openSample);
  }

  /** One file of the shipped sample. */
  static InputStream openSample(String name) {
    return ReferenceFiles.class.getResourceAsStream(SAMPLE + name);
  }

  /**
   * The reference in a folder.
   *
   * @throws InvalidSubmissionException where a file is missing or cannot be read
   */
  public static Reference in(Path folder) {
    return read(folder.toString(), name -> Files.newInputStream(folder.resolve(name)));
  }

  /** Opens one file of a reference by its name. */
  interface Opener {
    InputStream open(String name) throws IOException;
  }

  private static Reference read(String place, Opener opener) {
    Map<String, MessageDigest> digests = new HashMap<>();
    Opener digesting =
        name -> {
          digests.put(name, Sha256.digest());
          return new DigestInputStream(found(name, opener), digests.get(name));
        };
    try {
      String version = version(digesting);
      Reference.Lists lists = new ReferenceLists(digesting).lists();
      return new Reference(version, digest(digests), lists);
    } catch (NoSuchFileException e) {
      throw new InvalidSubmissionException(
          "The reference in " + place + " lacks the file " + e.getFile() + ".", e);
    } catch (IOException e) {
      throw new InvalidSubmissionException("The reference in " + place + " cannot be read.", e);
    } catch (RuntimeException e) {
      throw new InvalidSubmissionException(
          "The reference in " + place + " is not written as it should be: " + e.getMessage(), e);
    }
  }

  private static InputStream found(String name, Opener opener) throws IOException {
    try {
      return opener.open(name);
    } catch (NoSuchFileException e) {
      NoSuchFileException missing = new NoSuchFileException(name);
      missing.initCause(e);
      throw missing;
    }
  }

  private static String version(Opener opener) throws IOException {
    try (InputStream file = opener.open("version.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private static String sampleVersion() {
    try {
      return version(ReferenceFiles::openSample);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] digest(Map<String, MessageDigest> digests) {
    MessageDigest whole = Sha256.digest();
    for (String name : NAMES) {
      whole.update((name + "\n").getBytes(StandardCharsets.UTF_8));
      whole.update(digests.get(name).digest());
    }
    return whole.digest();
  }
}
