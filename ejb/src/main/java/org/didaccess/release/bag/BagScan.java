package org.didaccess.release.bag;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.didaccess.release.ExtractFormat;

/** What one reading of a bag gives: the digest of every file, the small files, the row counts. */
final class BagScan {

  /** Nothing in a bag but the data is larger than this; a larger file is not ours. */
  private static final int TAG_LIMIT = 16 << 20;

  /** More months than any data set has; what has more files is not ours. */
  static final int MOST_FILES = 10_000;

  private final SortedMap<String, String> digests = new TreeMap<>();
  private final SortedMap<String, byte[]> tags = new TreeMap<>();
  private final SortedMap<String, Long> rows = new TreeMap<>();
  private final List<Verification.Finding> findings = new ArrayList<>();

  private BagScan() {}

  static BagScan of(PackageSource source, Optional<String> identity) throws IOException {
    BagScan scan = new BagScan();
    BagReader.read(source, identity, scan::file);
    return scan;
  }

  SortedMap<String, String> digests() {
    return digests;
  }

  SortedMap<String, Long> rows() {
    return rows;
  }

  List<Verification.Finding> findings() {
    return findings;
  }

  Optional<byte[]> tag(String name) {
    return Optional.ofNullable(tags.get(name));
  }

  /**
   * Whether it says that its rows are invented, and has nothing that a release proves itself by.
   * Anybody can write that: it is no verdict on where it comes from.
   */
  boolean claimsToBeSynthetic() {
    return digests.containsKey(BagNames.SYNTHETIC)
        && !digests.containsKey(BagNames.PROOF)
        && !digests.containsKey(BagNames.SIGNATURE);
  }

  /** The rows of all months. */
  long totalRows() {
    return rows.entrySet().stream()
        .filter(file -> !BagNames.MOVED_PEOPLE.equals(file.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private void file(String name, InputStream content) throws IOException {
    if (digests.size() == MOST_FILES || findings.size() == MOST_FILES) {
      throw new NotABagException("has more files than a package can have");
    }
    if (digests.containsKey(name)) {
      findings.add(new Verification.Finding(name, "stands in the package twice"));
    }
    DigestInputStream hashed = new DigestInputStream(content, Digests.sha512());
    if (BagNames.isData(name)) {
      data(name, hashed);
    } else {
      tag(name, hashed);
    }
    digests.put(name, Digests.hex(hashed.getMessageDigest()));
  }

  /** Keeps the few that are read: together they are of bounded size, however many there are. */
  private void tag(String name, InputStream content) throws IOException {
    byte[] kept = content.readNBytes(BagNames.isRead(name) ? TAG_LIMIT : 0);
    if (kept.length + drain(content) > TAG_LIMIT) {
      findings.add(new Verification.Finding(name, "is larger than such a file can be"));
    } else if (BagNames.isRead(name)) {
      tags.put(name, kept);
    }
  }

  /** Bytes made to that end bring a reader of a format to more kinds of failure than it names. */
  private void data(String name, InputStream content) throws IOException {
    try {
      rows.put(name, count(name, new Unclosed(content)));
    } catch (IOException | RuntimeException unreadable) {
      findings.add(new Verification.Finding(name, "cannot be read"));
    }
    drain(content);
  }

  private static long count(String name, InputStream content) throws IOException {
    ExtractFormat format =
        BagNames.formatOf(name)
            .orElseThrow(() -> new IOException("The name tells of no format: " + name));
    return format.isText()
        ? CsvRows.count(CsvCompression.decompress(content, format))
        : ParquetRows.count(content);
  }

  private static long drain(InputStream content) throws IOException {
    return content.transferTo(OutputStream.nullOutputStream());
  }

  /** Keeps the archive open when the decompression of one file is closed. */
  private static final class Unclosed extends FilterInputStream {

    private Unclosed(InputStream content) {
      super(content);
    }

    @Override
    public void close() {
      // The archive goes on with its next file.
    }
  }
}
