package org.didaccess.source.synthetic;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.didaccess.source.domain.Item;
import org.didaccess.source.domain.reference.Reference;

/**
 * Makes synthetic months. Rows are made in chunks on several threads, each chunk from a seed of its
 * own, and written in order: the same seed gives the same bytes on any machine.
 */
public final class Synthesis {

  private static final int CHUNK = 10_000;
  private static final int CHUNKS_IN_FLIGHT = 4;
  private static final long ROW_KIND = 100;

  private final SynthesisPlan plan;
  private final RowMaker rows;
  private final Executor executor;

  public Synthesis(SynthesisPlan plan, Reference reference, Executor executor) {
    this.plan = plan;
    this.rows = new RowMaker(reference, plan);
    this.executor = executor;
  }

  /**
   * Writes one file a month into a folder, which is made if it is not there.
   *
   * @param progress is told how many rows were written so far
   * @return the files, in the order of the months
   */
  public List<Path> writeTo(Path folder, LongConsumer progress) throws IOException {
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    for (int month = 0; month < plan.months(); month++) {
      Path file = folder.resolve(plan.fileName(month));
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
        write(month, out, progress);
      }
      files.add(file);
    }
    return files;
  }

  /**
   * Writes one month, from 0.
   *
   * @param progress is told how many rows were written so far, all months together
   */
  public void write(int month, OutputStream out, LongConsumer progress) throws IOException {
    out.write(header());
    Queue<CompletableFuture<AsciiRows>> inFlight = new ArrayDeque<>();
    long before = plan.rowsBefore(month);
    long count = plan.rowsOf(month);
    for (long from = 0; from < count; from += CHUNK) {
      long first = before + from;
      long size = Math.min(CHUNK, count - from);
      inFlight.add(CompletableFuture.supplyAsync(() -> chunk(month, first, size), executor));
      if (inFlight.size() == CHUNKS_IN_FLIGHT) {
        inFlight.remove().join().writeTo(out);
        progress.accept(first);
      }
    }
    while (!inFlight.isEmpty()) {
      inFlight.remove().join().writeTo(out);
    }
    progress.accept(before + count);
  }

  private AsciiRows chunk(int month, long first, long size) {
    SplittableRandom random = new SplittableRandom(Seeds.mix(plan.seed(), ROW_KIND + month, first));
    AsciiRows out = new AsciiRows();
    for (long i = 0; i < size; i++) {
      rows.append(out, plan.month(month), first + i + 1, random);
    }
    return out;
  }

  private static byte[] header() {
    return Stream.of(Item.values())
        .map(Item::title)
        .collect(Collectors.joining(",", "", "\n"))
        .getBytes(StandardCharsets.US_ASCII);
  }
}
