package org.didaccess.source.application;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.didaccess.source.CheckReport;
import org.didaccess.source.CheckReport.Outcome;
import org.didaccess.source.domain.Severity;

/** Counts what a run over a file found, and hands each finding on. */
final class Tally {

  private final FindingLog log;
  private final Map<String, Long> byRule = new TreeMap<>();
  private final BitSet rejected = new BitSet();
  private final ItemTally items = new ItemTally();
  private long rows;
  private long warnings;

  Tally(FindingLog log) {
    this.log = log;
  }

  void read(int records, ItemTally theirs) {
    rows += records;
    items.add(theirs);
  }

  long rows() {
    return rows;
  }

  void add(Finding finding) {
    byRule.merge(finding.rule().id(), 1L, Long::sum);
    if (finding.rule().severity() == Severity.WARNING) {
      warnings++;
    } else {
      rejected.set(Math.toIntExact(finding.row()));
    }
    log.add(finding);
  }

  boolean isRejected(long row) {
    return rejected.get(Math.toIntExact(row));
  }

  /** The whole file is rejected at that record; what was found until then stays counted. */
  CheckReport fileRejected(Finding finding, String referenceVersion) {
    byRule.merge(finding.rule().id(), 1L, Long::sum);
    log.fileRejected(finding);
    long read = finding.row();
    return new CheckReport(
        Outcome.FILE_REJECTED,
        read,
        0,
        read,
        warnings,
        byRule,
        List.of(),
        referenceVersion,
        read == 0 ? finding.message() : "Record " + read + ": " + finding.message());
  }

  CheckReport report(String referenceVersion) {
    long left = rejected.cardinality();
    return new CheckReport(
        left == 0 ? Outcome.ACCEPTED : Outcome.RECORDS_REJECTED,
        rows,
        rows - left,
        left,
        warnings,
        byRule,
        items.counts(),
        referenceVersion,
        null);
  }
}
