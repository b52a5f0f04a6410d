package org.didaccess.source;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the checks found in one file.
 *
 * @param outcome whether the file, or some of its records, were rejected
 * @param rows records read, the header not counted; where the file was rejected, up to the one that
 *     did it
 * @param accepted records kept, with or without a warning
 * @param rejected records left out; all of them where the file was rejected
 * @param warnings findings that are warnings
 * @param findings by rule id, how many findings; where the file was rejected, those until then
 * @param items how well each item was filled, in the order of a record; none where the file was
 *     rejected
 * @param referenceVersion the version of the reference that the checks read
 * @param reason where the file was rejected, which record did it, if it has any, and why; otherwise
 *     null
 */
public record CheckReport(
    Outcome outcome,
    long rows,
    long accepted,
    long rejected,
    long warnings,
    Map<String, Long> findings,
    List<ItemQuality> items,
    String referenceVersion,
    String reason) {

  /** From best to worst. */
  public enum Outcome {
    ACCEPTED,
    RECORDS_REJECTED,
    FILE_REJECTED
  }

  public CheckReport {
    findings = Collections.unmodifiableMap(new TreeMap<>(findings));
    items = List.copyOf(items);
  }
}
