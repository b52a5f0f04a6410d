package org.didaccess.launcher.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.didaccess.db.PrivateFiles;
import org.didaccess.db.ProductDatabase;
import org.didaccess.launcher.LaunchProblem;
import org.didaccess.launcher.StopGuard;
import org.didaccess.shared.PageRequest;
import org.didaccess.source.LoadObjections;
import org.didaccess.source.SubmissionMetadata;
import org.didaccess.source.domain.reference.Reference;
import org.didaccess.source.infrastructure.JdbcObjectionLists;
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
  private static final double OBJECTORS_IN_A_HUNDRED = 5;

  private final ProductDatabase database;
  private final SynthesisPlan plan;

  SourceMonths(ProductDatabase database, SynthesisPlan plan) {
    this.database = database;
    this.plan = plan;
  }

  /** The months that the demonstration asks for. */
  static SourceMonths ofDemonstration(Stage stage) {
    return new SourceMonths(
        stage.database(),
        new SynthesisPlan(
            ROWS, MONTHS, stage.lastMonth().minusMonths(MONTHS - 1L), SEED, SUBMITTER));
  }

  /**
   * Loads the months; one that is there already is not loaded twice.
   *
   * @return how many records were stored and not yet replaced by a submission received later
   */
  long load() {
    try {
      return inPrivateFolder(this::makeAndLoad);
    } catch (IOException e) {
      throw new LaunchProblem(
          "The demonstration's submissions could not be made: " + e.getMessage(), e);
    }
  }

  private long makeAndLoad(Path folder) throws IOException {
    Reference reference = ReferenceFiles.sample();
    SubmissionEngine engine = new SubmissionEngine(reference, ForkJoinPool.commonPool());
    List<Path> files =
        new Synthesis(plan, reference, ForkJoinPool.commonPool()).writeTo(folder, done -> {});
    long stored = 0;
    for (int month = 0; month < files.size(); month++) {
      stored += load(engine, plan.metadata(month), files.get(month));
    }
    return stored;
  }

  /** Loads a list of objections that one in twenty of the invented people is on. */
  void loadObjections() {
    JdbcObjectionLists lists = objectionLists();
    if (lists.list(PageRequest.first()).total() > 0) {
      return;
    }
    try {
      inPrivateFolder(folder -> makeAndLoadObjections(folder, lists));
    } catch (IOException e) {
      throw new LaunchProblem(
          "The demonstration's objections could not be made: " + e.getMessage(), e);
    }
  }

  private long makeAndLoadObjections(Path folder, JdbcObjectionLists lists) throws IOException {
    Path list =
        new Synthesis(plan, ReferenceFiles.sample(), Runnable::run)
            .writeObjections(folder, OBJECTORS_IN_A_HUNDRED);
    LocalDate asOf = plan.month(plan.months() - 1).atEndOfMonth();
    try (InputStream in = Files.newInputStream(list)) {
      return lists.store(in, new LoadObjections(asOf, null)).people();
    }
  }

  /** The folder is gone afterwards, and after a signal too. */
  private static long inPrivateFolder(FolderWork work) throws IOException {
    Path folder = Files.createTempDirectory("did-demonstration-");
    StopGuard guard = StopGuard.of(() -> PrivateFiles.deleteTree(folder));
    try {
      return work.in(folder);
    } finally {
      guard.close();
    }
  }

  /** Makes files in a folder and loads them. */
  @FunctionalInterface
  private interface FolderWork {
    long in(Path folder) throws IOException;
  }

  /** The lists of objections in that database. */
  JdbcObjectionLists objectionLists() {
    return new JdbcObjectionLists(loader());
  }

  private long load(SubmissionEngine engine, SubmissionMetadata metadata, Path file)
      throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return engine
          .load(in, metadata, OutputStream.nullOutputStream(), loader())
          .stored()
          .map(stored -> stored.rows() - stored.supersededRows())
          .orElse(0L);
    }
  }

  private PGSimpleDataSource loader() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser(LOADER);
    source.setPassword(database.secretOf(LOADER));
    source.setApplicationName("did-load");
    return source;
  }
}
