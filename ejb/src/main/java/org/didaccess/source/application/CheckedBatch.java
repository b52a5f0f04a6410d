package org.didaccess.source.application;

import java.util.ArrayList;
import java.util.List;
import org.didaccess.source.domain.CheckContext;
import org.didaccess.source.domain.Rule;
import org.didaccess.source.domain.RuleBook;
import org.didaccess.source.domain.Severity;
import org.didaccess.source.domain.SubmittedRecord;

/** Records that were read together, after their checks. */
final class CheckedBatch {

  private final long firstRow;
  private final KeyHash[] keys;
  private final boolean[] rejected;
  private final List<Finding> findings = new ArrayList<>();
  private final StringBuilder encoded = new StringBuilder();
  private final ItemTally items = new ItemTally();

  private CheckedBatch(long firstRow, int size) {
    this.firstRow = firstRow;
    this.keys = new KeyHash[size];
    this.rejected = new boolean[size];
  }

  static CheckedBatch of(
      RecordReader.Block block, RuleBook rules, CheckContext context, RowSink sink) {
    List<List<String>> records = block.records();
    long firstRow = block.firstRow();
    CheckedBatch batch = new CheckedBatch(firstRow, records.size());
    for (int i = 0; i < records.size(); i++) {
      SubmittedRecord submitted = SubmittedRecord.of(records.get(i));
      batch.keys[i] = KeyHash.of(submitted);
      List<Rule> broken = rules.brokenBy(submitted, context);
      batch.note(i, broken);
      batch.items.add(submitted, broken);
      if (!batch.rejected[i]) {
        sink.encode(batch.encoded, firstRow + i, submitted);
      }
    }
    return batch;
  }

  private void note(int index, List<Rule> broken) {
    for (Rule rule : broken) {
      findings.add(Finding.of(firstRow + index, rule));
      rejected[index] |= rule.severity() == Severity.RECORD;
    }
  }

  int size() {
    return keys.length;
  }

  long row(int index) {
    return firstRow + index;
  }

  KeyHash key(int index) {
    return keys[index];
  }

  boolean isRejected(int index) {
    return rejected[index];
  }

  List<Finding> findings() {
    return findings;
  }

  ItemTally items() {
    return items;
  }

  CharSequence encoded() {
    return encoded;
  }
}
