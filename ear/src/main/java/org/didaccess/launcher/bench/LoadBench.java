package org.didaccess.launcher.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.concurrent.ForkJoinPool;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.db.PrivateFiles;
import org.didaccess.launcher.LaunchProblem;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.didaccess.source.synthetic.Synthesis;
import org.didaccess.source.synthetic.SynthesisPlan;

/**
 * Check and load of one file beside a plain COPY of the same file, each turn in a fresh database of
 * the same server.
 */
public final class LoadBench {

  private static final int SEED = 7;

  private final long rows;
  private final int turns;
  private final PrintStream progress;

  private final Turns load = new Turns();
  private final Turns copy = new Turns();
  private long heapMib;

  /**
   * A measurement.
   *
   * @param turns how often each contender runs after its warm-up
   * @param progress where to tell how far it is
   */
  public LoadBench(long rows, int turns, PrintStream progress) {
    this.rows = rows;
    this.turns = turns;
    this.progress = progress;
  }

  /** Measures, compares what was stored, and gives the figures. */
  public JsonObject run() throws Exception {
    Path folder = Files.createTempDirectory("did-bench-");
    try {
      progress.println("Making " + rows + " invented rows …");
      Path file =
          new Synthesis(
                  new SynthesisPlan(rows, 1, YearMonth.of(2024, 4), SEED, "Z1A"),
                  ReferenceFiles.sample(),
                  ForkJoinPool.commonPool())
              .writeTo(folder, done -> {})
              .get(0);
      try (LoadProcess process = new LoadProcess(file)) {
        measure(process, file);
      }
      return figures();
    } finally {
      PrivateFiles.deleteTree(folder);
    }
  }

  private void measure(LoadProcess process, Path file) throws Exception {
    progress.println("Warming up …");
    turn(process, file, new Turns(), new Turns());
    long begun = System.nanoTime();
    for (int turn = 1; turn <= turns; turn++) {
      turn(process, file, load, copy);
      long each = (System.nanoTime() - begun) / turn / 1_000_000_000;
      progress.println(
          "Turn " + turn + " of " + turns + ", about " + each * (turns - turn) + " s left");
    }
  }

  private void turn(LoadProcess process, Path file, Turns loads, Turns copies) throws Exception {
    EphemeralDatabase database = EphemeralDatabase.fresh();
    PlainCopyIn.prepare(database);
    LoadProcess.Answer answer = process.load(database);
    loads.add(answer.nanos());
    heapMib = answer.heapMib();
    copies.time(() -> copied(database, file));
    PlainCopyIn.verify(database, rows);
  }

  private void copied(EphemeralDatabase database, Path file) throws SQLException, IOException {
    if (PlainCopyIn.copy(database, file) != rows) {
      throw new LaunchProblem("The plain copy did not store every row.");
    }
  }

  private JsonObject figures() {
    double loaded = load.rowsPerSecond(rows);
    double copied = copy.rowsPerSecond(rows);
    return Json.createObjectBuilder()
        .add("rows", rows)
        .add("load_rows_per_s", Math.round(loaded))
        .add("copy_rows_per_s", Math.round(copied))
        .add("ratio_copy", Math.round(loaded / copied * 100) / 100.0)
        .add("heap_mib", heapMib)
        .add("turns", turns)
        .add(
            "spread",
            Json.createObjectBuilder()
                .add("load", load.spread(rows))
                .add("copy", copy.spread(rows)))
        .build();
  }
}
