package org.didaccess.source.oracle;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Checks a whole file. */
final class PlainCheck {

  private static final Set<String> WARNINGS =
      Set.of(
          "DIDS023", "DIDS028", "DIDS038", "DIDS049", "DIDS062", "DIDS077", "DIDS078", "DIDS079",
          "DIDS080", "DIDS081");

  /**
   * What was found.
   *
   * @param fileRejected and then nothing else counts
   */
  record Result(
      boolean fileRejected, long rows, long rejected, long warnings, Map<String, Long> findings) {}

  private final PlainRules rules;

  PlainCheck(PlainReference reference, LocalDate received) {
    this.rules = new PlainRules(reference, received);
  }

  Result check(byte[] file) {
    Optional<List<List<String>>> read = PlainCsv.records(file);
    if (read.isEmpty()) {
      return new Result(true, 0, 0, 0, Map.of());
    }
    List<List<String>> records = read.get();
    Map<List<String>, Integer> copies = new HashMap<>();
    records.forEach(record -> copies.merge(key(record), 1, Integer::sum));
    Map<String, Long> findings = new TreeMap<>();
    long rejected = 0;
    for (List<String> record : records) {
      Set<String> broken = new HashSet<>(rules.brokenBy(record));
      if (!key(record).contains("") && copies.get(key(record)) > 1) {
        broken.add("DIDS071");
      }
      broken.forEach(rule -> findings.merge(rule, 1L, Long::sum));
      rejected += WARNINGS.containsAll(broken) ? 0 : 1;
    }
    long warnings =
        findings.entrySet().stream()
            .filter(finding -> WARNINGS.contains(finding.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum();
    return new Result(false, records.size(), rejected, warnings, findings);
  }

  private static List<String> key(List<String> record) {
    return List.of(record.get(16).strip(), record.get(17).strip());
  }
}
