package org.didaccess.source.synthetic;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import org.didaccess.source.application.UnreadableFileException;
import org.didaccess.source.domain.Item;
import org.didaccess.source.domain.Rule;
import org.didaccess.source.domain.RuleBook;
import org.didaccess.source.domain.reference.Reference;
import org.didaccess.source.infrastructure.RuleFile;

/**
 * Makes synthetic months in which every rule is broken, and beside each file, in the folder {@code
 * expected}, the findings that a check must give. A fault of the whole file would hide all others,
 * so that it stands in a file of its own in the folder {@code file-rejected}.
 */
public final class FaultySynthesis {

  private static final String EXPECTED = "expected";
  private static final String REJECTED = "file-rejected";
  private static final int ROWS_OF_REJECTED = 20;

  private final SynthesisPlan plan;
  private final Synthesis synthesis;
  private final Reference reference;
  private final FaultShare share;

  /**
   * A synthesis.
   *
   * @param percent how many of 100 records are damaged, more than 0 and at most 50
   */
  public FaultySynthesis(
      SynthesisPlan plan, double percent, Reference reference, Executor executor) {
    this.plan = plan;
    this.share = FaultShare.ofPercent(percent);
    this.reference = reference;
    this.synthesis = new Synthesis(plan, reference, executor);
  }

  /**
   * Writes one file a month, one rejected file and what is expected of each.
   *
   * @param progress is told how many rows were written so far
   * @return the submissions, the rejected one last
   */
  public List<Path> writeTo(Path folder, LongConsumer progress) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int month = 0; month < plan.months(); month++) {
      files.add(writeMonth(folder, month, progress));
    }
    files.add(writeRejected(folder));
    return files;
  }

  private Path writeMonth(Path folder, int month, LongConsumer progress) throws IOException {
    Path file = inside(folder, plan.fileName(month));
    Path findings = inside(folder.resolve(EXPECTED), plan.fileName(month));
    write(
        file,
        findings,
        (out, expected) -> synthesis.write(month, out, planter(month), expected, progress));
    return file;
  }

  /** Rules of a record that are never broken: the reference has no code for them in any month. */
  public Set<String> unplanted() {
    Set<String> rules = new TreeSet<>(RuleFile.rules().stream().map(Rule::id).toList());
    rules.removeAll(plantable());
    rules.remove(RuleBook.FILE_FORM);
    return rules;
  }

  /** Rules of a record that are never broken, since there are too few records for every fault. */
  public Set<String> crowdedOut() {
    Set<String> rules = plantable();
    for (int month = 0; month < plan.months(); month++) {
      rules.removeAll(planter(month).rulesIn(plan.rowsOf(month)));
    }
    return rules;
  }

  private Set<String> plantable() {
    Set<String> rules = new TreeSet<>();
    for (int month = 0; month < plan.months(); month++) {
      rules.addAll(planter(month).rules());
    }
    return rules;
  }

  private FaultPlanter planter(int month) {
    return new FaultPlanter(
        reference, plan.month(month).atDay(1), plan.metadata(month).receivedOn(), share);
  }

  private Path writeRejected(Path folder) throws IOException {
    Path file = inside(folder.resolve(REJECTED), plan.fileName(0));
    Path findings = inside(folder.resolve(EXPECTED).resolve(REJECTED), plan.fileName(0));
    write(file, findings, this::writeRejected);
    return file;
  }

  private void writeRejected(OutputStream out, ExpectedFindings expected) throws IOException {
    AsciiRows rows = synthesis.firstRows((int) Math.min(ROWS_OF_REJECTED, plan.rowsOf(0)));
    String[] last = rows.takeRow();
    rows.row(Arrays.copyOf(last, last.length - 1));
    rows.writeTo(out);
    expected.fileRejected(
        UnreadableFileException.wrongColumns(
            Math.min(ROWS_OF_REJECTED, plan.rowsOf(0)), Item.COUNT - 1));
  }

  /** Writes rows and what they must be found to be. */
  @FunctionalInterface
  private interface Content {
    void writeTo(OutputStream rows, ExpectedFindings expected) throws IOException;
  }

  private static void write(Path file, Path findings, Content content) throws IOException {
    WholeFile.write(
        file,
        rows ->
            WholeFile.write(
                findings,
                found -> {
                  try (ExpectedFindings expected = new ExpectedFindings(found)) {
                    content.writeTo(rows, expected);
                  }
                }));
  }

  private static Path inside(Path folder, String name) throws IOException {
    return Files.createDirectories(folder).resolve(name);
  }
}
