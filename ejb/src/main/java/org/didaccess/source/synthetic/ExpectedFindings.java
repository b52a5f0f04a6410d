package org.didaccess.source.synthetic;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.didaccess.source.application.Finding;
import org.didaccess.source.application.UnreadableFileException;
import org.didaccess.source.domain.Rule;
import org.didaccess.source.domain.RuleBook;
import org.didaccess.source.infrastructure.FindingsCsv;
import org.didaccess.source.infrastructure.RuleFile;

/**
 * What a check must find, in the form and order of a check's own findings: by row, and the keys
 * that stand twice at the end.
 */
final class ExpectedFindings implements AutoCloseable {

  private final Map<String, Rule> rules = new HashMap<>();
  private final Map<String, Integer> order = new HashMap<>();
  private final TreeSet<Long> duplicates = new TreeSet<>();
  private final FindingsCsv csv;

  ExpectedFindings(OutputStream out) {
    for (Rule rule : RuleFile.rules()) {
      order.put(rule.id(), rules.size());
      rules.put(rule.id(), rule);
    }
    this.csv = new FindingsCsv(out);
  }

  void add(List<PlantedFault> planted) {
    for (PlantedFault fault : planted) {
      if (fault.fault().plants().equals(RuleBook.DUPLICATE_KEY)) {
        duplicates.add(fault.row());
      } else {
        List<String> broken = new ArrayList<>(fault.fault().breaks());
        broken.sort(Comparator.comparing(order::get));
        broken.forEach(id -> csv.add(Finding.of(fault.row(), rules.get(id))));
      }
    }
  }

  /** The whole file is rejected at that row. */
  void fileRejected(UnreadableFileException unreadable) {
    csv.fileRejected(
        new Finding(unreadable.row(), rules.get(RuleBook.FILE_FORM), unreadable.getMessage()));
  }

  @Override
  public void close() {
    duplicates.forEach(row -> csv.add(Finding.of(row, rules.get(RuleBook.DUPLICATE_KEY))));
    csv.close();
  }
}
