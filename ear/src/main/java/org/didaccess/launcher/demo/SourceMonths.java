package org.didaccess.launcher.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinPool;
import org.didaccess.launcher.LaunchProblem;
import org.didaccess.source.domain.reference.Reference;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.didaccess.source.infrastructure.SubmissionEngine;
import org.didaccess.source.synthetic.Synthesis;
import org.didaccess.source.synthetic.SynthesisPlan;
import org.postgresql.ds.PGSimpleDataSource;

/** Invented months of submissions, made and loaded as any provider's would be. */
final class SourceMonths {
  private static final String LOADER = "did_loader";
  private static final String SUBMITTER = "Z1A";
  private static final int MONTHS = 3;
  private static final long ROWS = 15_000;
  private static final long SEED = 20_12;

  private final Stage stage;

  SourceMonths(Stage stage) {
    this.stage = stage;
  }

  /** Loads the last months; a month that is there already is not loaded twice. */
  void load() {
    Reference reference = ReferenceFiles.sample();
    SynthesisPlan plan =
        new SynthesisPlan(
            ROWS, MONTHS, stage.lastMonth().minusMonths(MONTHS - 1L), SEED, SUBMITTER);
    SubmissionEngine engine = new SubmissionEngine(reference, ForkJoinPool.commonPool());
    try {
      Path folder = Files.createTempDirectory("did-demonstration");
      for (Path file :
          new Synthesis(plan, reference, ForkJoinPool.commonPool()).writeTo(folder, done -> {})) {
        load(engine, plan, file);
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new LaunchProblem(
          "The demonstration's submissions could not be made: " + e.getMessage(), e);
    }
  }

  private void load(SubmissionEngine engine, SynthesisPlan plan, Path file) throws IOException {
    for (int month = 0; month < MONTHS; month++) {
      if (file.getFileName().toString().equals(plan.fileName(month))) {
        try (InputStream in = Files.newInputStream(file)) {
          engine.load(in, plan.metadata(month), OutputStream.nullOutputStream(), loader());
        }
      }
    }
  }

  private PGSimpleDataSource loader() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(stage.database().url());
    source.setUser(LOADER);
    source.setPassword(stage.database().secretOf(LOADER));
    source.setApplicationName("did-load");
    return source;
  }
}
