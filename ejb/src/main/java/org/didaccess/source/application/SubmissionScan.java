package org.didaccess.source.application;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.didaccess.source.CheckReport;
import org.didaccess.source.SubmissionMetadata;
import org.didaccess.source.application.RecordReader.Block;
import org.didaccess.source.domain.CheckContext;
import org.didaccess.source.domain.RuleBook;
import org.didaccess.source.domain.reference.Reference;

/**
 * Runs every rule over a file, once, in constant memory. Batches are checked on several threads and
 * taken in the order of the file, so that the findings are the same with any number of them.
 */
public final class SubmissionScan {

  private static final int BATCHES_IN_FLIGHT = 8;

  private final RuleBook rules;
  private final Reference reference;
  private final Supplier<DuplicateKeys> duplicateKeys;
  private final Executor executor;

  /**
   * A scan that can be run for many files.
   *
   * @param duplicateKeys makes a fresh finder of duplicate keys for each file
   * @param executor where batches are checked
   */
  public SubmissionScan(
      RuleBook rules,
      Reference reference,
      Supplier<DuplicateKeys> duplicateKeys,
      Executor executor) {
    this.rules = rules;
    this.reference = reference;
    this.duplicateKeys = duplicateKeys;
    this.executor = executor;
  }

  /** The reference that the rules read. */
  public Reference reference() {
    return reference;
  }

  /**
   * Checks the whole file.
   *
   * @param sink takes the records that pass, and later the word that some are duplicates
   */
  public CheckReport run(
      RecordReader reader, SubmissionMetadata metadata, FindingLog findings, RowSink sink) {
    Tally tally = new Tally(findings);
    CheckContext context = new CheckContext(metadata.receivedOn(), reference);
    try (DuplicateKeys keys = duplicateKeys.get()) {
      scan(reader, context, sink, tally, keys);
      rejectDuplicates(keys.duplicates(), sink, tally);
      return tally.report(reference.version());
    } catch (UnreadableFileException unreadable) {
      Finding finding =
          new Finding(unreadable.row(), rules.rule(RuleBook.FILE_FORM), unreadable.getMessage());
      return tally.fileRejected(finding, reference.version());
    }
  }

  private void scan(
      RecordReader reader, CheckContext context, RowSink sink, Tally tally, DuplicateKeys keys) {
    Queue<CompletableFuture<CheckedBatch>> inFlight = new ArrayDeque<>();
    for (Block block = reader.next(); block != null; block = reader.next()) {
      inFlight.add(submit(block, context, sink));
      if (inFlight.size() == BATCHES_IN_FLIGHT) {
        take(inFlight.remove(), sink, tally, keys);
      }
    }
    while (!inFlight.isEmpty()) {
      take(inFlight.remove(), sink, tally, keys);
    }
    if (tally.rows() == 0) {
      throw UnreadableFileException.noRecords();
    }
  }

  private CompletableFuture<CheckedBatch> submit(Block block, CheckContext context, RowSink sink) {
    return CompletableFuture.supplyAsync(
        () -> CheckedBatch.of(block, rules, context, sink), executor);
  }

  private static void take(
      CompletableFuture<CheckedBatch> future, RowSink sink, Tally tally, DuplicateKeys keys) {
    CheckedBatch batch = joined(future);
    tally.read(batch.size(), batch.items());
    batch.findings().forEach(tally::add);
    for (int i = 0; i < batch.size(); i++) {
      if (batch.key(i) != null) {
        keys.add(batch.row(i), batch.key(i));
      }
    }
    sink.write(batch.encoded());
  }

  private static CheckedBatch joined(CompletableFuture<CheckedBatch> future) {
    try {
      return future.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  private void rejectDuplicates(BitSet duplicates, RowSink sink, Tally tally) {
    StringBuilder exclusions = new StringBuilder();
    duplicates.stream()
        .forEach(
            row -> {
              if (!tally.isRejected(row)) {
                sink.encodeExclusion(exclusions, row);
              }
              tally.add(Finding.of(row, rules.rule(RuleBook.DUPLICATE_KEY)));
            });
    sink.write(exclusions);
  }
}
