package org.didaccess.source.synthetic;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
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
      int which = month;
      WholeFile.write(file, out -> write(which, out, progress));
      files.add(file);
    }
    return files;
  }

  /**
   * Writes a list of the invented people who object to the use of their data.
   *
   * @param percent how many of 100 do, 0 to 100
   * @return the file, in the folder, which is made if it is not there
   */
  public Path writeObjections(Path folder, double percent) throws IOException {
    Path file = Files.createDirectories(folder).resolve("objections.csv");
    WholeFile.write(file, out -> writeObjectors(out, percent));
    return file;
  }

  private void writeObjectors(OutputStream out, double percent) throws IOException {
    PrintStream lines = new PrintStream(out, false, StandardCharsets.US_ASCII);
    lines.print("NHS_NUMBER\n");
    rows.objectors((int) Math.round(percent * 100)).forEach(number -> lines.print(number + "\n"));
    if (lines.checkError()) {
      throw new IOException("the disk may be full");
    }
  }

  /**
   * Writes one month, from 0.
   *
   * @param progress is told how many rows were written so far, all months together
   */
  public void write(int month, OutputStream out, LongConsumer progress) throws IOException {
    write(
        month,
        out,
        (first, size) -> plainChunk(month, first, size),
        rows -> rows.writeTo(out),
        progress);
  }

  /** Writes one month with faults, and what they must be found to be. */
  void write(
      int month,
      OutputStream out,
      FaultPlanter planter,
      ExpectedFindings expected,
      LongConsumer progress)
      throws IOException {
    write(
        month,
        out,
        (first, size) -> damagedChunk(month, first, size, planter),
        chunk -> {
          chunk.rows().writeTo(out);
          expected.add(chunk.planted());
        },
        progress);
  }

  /** The first rows of the first month. */
  AsciiRows firstRows(int size) {
    return plainChunk(0, 0, size);
  }

  private record DamagedChunk(AsciiRows rows, List<PlantedFault> planted) {}

  private interface Maker<C> {
    C make(long first, long size);
  }

  private interface Taker<C> {
    void take(C chunk) throws IOException;
  }

  private <C> void write(
      int month, OutputStream out, Maker<C> maker, Taker<C> taker, LongConsumer progress)
      throws IOException {
    out.write(header());
    Queue<CompletableFuture<C>> inFlight = new ArrayDeque<>();
    long before = plan.rowsBefore(month);
    long count = plan.rowsOf(month);
    for (long from = 0; from < count; from += CHUNK) {
      long first = before + from;
      long size = Math.min(CHUNK, count - from);
      inFlight.add(CompletableFuture.supplyAsync(() -> maker.make(first, size), executor));
      if (inFlight.size() == CHUNKS_IN_FLIGHT) {
        taker.take(inFlight.remove().join());
        progress.accept(first);
      }
    }
    while (!inFlight.isEmpty()) {
      taker.take(inFlight.remove().join());
    }
    progress.accept(before + count);
  }

  private AsciiRows plainChunk(int month, long first, long size) {
    SplittableRandom random = random(month, first);
    AsciiRows out = new AsciiRows();
    for (long i = 0; i < size; i++) {
      rows.append(out, plan.month(month), first + i + 1, random);
    }
    return out;
  }

  private DamagedChunk damagedChunk(int month, long first, long size, FaultPlanter planter) {
    SplittableRandom random = random(month, first);
    AsciiRows out = new AsciiRows();
    FaultPlanter.Chunk faults = planter.new Chunk();
    long before = plan.rowsBefore(month);
    for (long i = 0; i < size; i++) {
      long number = first + i + 1;
      rows.append(out, plan.month(month), number, random);
      faults.rowWasMade(out, number - before, number, i == 0);
    }
    return new DamagedChunk(out, faults.planted());
  }

  private SplittableRandom random(int month, long first) {
    return new SplittableRandom(Seeds.mix(plan.seed(), ROW_KIND + month, first));
  }

  private static byte[] header() {
    return Stream.of(Item.values())
        .map(Item::title)
        .collect(Collectors.joining(",", "", "\n"))
        .getBytes(StandardCharsets.US_ASCII);
  }
}
