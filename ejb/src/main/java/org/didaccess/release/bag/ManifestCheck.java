package org.didaccess.release.bag;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Every file of the bag against the manifests, both ways. */
final class ManifestCheck {

  private static final Set<String> REQUIRED =
      Set.of(
          BagNames.DECLARATION,
          BagNames.INFO,
          BagNames.DATA_PACKAGE,
          BagNames.SCHEMA,
          BagNames.CODE_BOOK,
          BagNames.PROOF,
          BagNames.MANIFEST,
          BagNames.TAG_MANIFEST,
          BagNames.SIGNATURE);

  private final BagScan scan;
  private final List<Verification.Finding> findings = new ArrayList<>();

  ManifestCheck(BagScan scan) {
    this.scan = scan;
  }

  List<Verification.Finding> findings() {
    for (String name : required()) {
      if (!scan.digests().containsKey(name)) {
        add(name, "is missing");
      }
    }
    compare(BagNames.MANIFEST, BagNames::isData);
    compare(
        BagNames.TAG_MANIFEST,
        name ->
            !BagNames.isData(name)
                && !BagNames.TAG_MANIFEST.equals(name)
                && !BagNames.SIGNATURE.equals(name));
    return findings;
  }

  /** Invented rows have neither proof nor signature. */
  private SortedSet<String> required() {
    SortedSet<String> required = new TreeSet<>(REQUIRED);
    if (scan.claimsToBeSynthetic()) {
      required.removeAll(Set.of(BagNames.PROOF, BagNames.SIGNATURE));
    }
    return required;
  }

  private void compare(String manifest, Predicate<String> covered) {
    SortedMap<String, String> expected = read(manifest);
    for (Map.Entry<String, String> line : expected.entrySet()) {
      String actual = scan.digests().get(line.getKey());
      if (actual == null) {
        addOnce(line.getKey(), "is missing");
      } else if (!actual.equals(line.getValue())) {
        add(line.getKey(), "was changed: its SHA-512 differs from " + manifest);
      }
    }
    for (String name : scan.digests().keySet()) {
      if (covered.test(name) && !expected.containsKey(name)) {
        add(name, "is not listed in " + manifest);
      }
    }
  }

  private SortedMap<String, String> read(String manifest) {
    SortedMap<String, String> lines = new TreeMap<>();
    String text =
        scan.tag(manifest).map(content -> new String(content, StandardCharsets.UTF_8)).orElse("");
    if (text.lines().skip(BagScan.MOST_FILES).findFirst().isPresent()) {
      add(manifest, "has more lines than a package can have files");
    } else {
      text.lines().forEach(line -> readLine(manifest, line, lines));
    }
    return lines;
  }

  private void readLine(String manifest, String line, SortedMap<String, String> lines) {
    String[] parts = line.split(" [ *]", 2);
    if (parts.length != 2 || lines.put(parts[1], parts[0]) != null) {
      add(manifest, "has a line that is not “digest  file”, or a file twice");
    }
  }

  private void addOnce(String file, String problem) {
    if (findings.stream().noneMatch(finding -> finding.file().equals(file))) {
      add(file, problem);
    }
  }

  private void add(String file, String problem) {
    findings.add(new Verification.Finding(file, problem));
  }
}
