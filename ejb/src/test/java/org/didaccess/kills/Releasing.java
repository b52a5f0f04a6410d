package org.didaccess.kills;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.didaccess.pseudonym.ReleaseKeys;
import org.didaccess.pseudonym.TokenKey;
import org.didaccess.pseudonym.WatermarkKey;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.RefreshContent;
import org.didaccess.release.bag.DataSinks;
import org.didaccess.release.engine.EngineSettings;
import org.didaccess.release.engine.LeaseLostException;
import org.didaccess.release.engine.PartitionSink;
import org.didaccess.release.engine.ReleaseEngine;
import org.didaccess.release.engine.ReleasePlan;
import org.didaccess.release.engine.ReleaseStoppedException;
import org.didaccess.release.engine.RunControl;
import org.didaccess.release.infrastructure.JdbcPartitionLog;
import org.didaccess.release.infrastructure.JdbcRunPlans;
import org.didaccess.release.refresh.Holding;
import org.didaccess.release.refresh.RefreshPlan;
import org.didaccess.release.refresh.RefreshSink;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The process that writes the months of one run, and waits for those that a dead one still holds.
 */
final class Releasing {

  /** Short, so that the next process need not wait long for what a killed one held. */
  private static final int LEASE_SECONDS = 2;

  private static final int WORKERS = 2;

  /** What is written. */
  enum Kind {
    /** A release by itself. */
    RELEASE,
    /** The first refresh, in full. */
    FIRST,
    /** What changed since a refresh before. */
    CHANGES
  }

  private static final int LITTLE_MEMORY = 1 << 18;

  private final PGSimpleDataSource release = new PGSimpleDataSource();
  private final PGSimpleDataSource main = new PGSimpleDataSource();
  private final UUID run;
  private final String token;
  private final ReleaseKeys keys;
  private final Path folder;
  private final ExtractFormat format;
  private final Kind kind;
  private final Optional<Holding> before;

  private Releasing(BufferedReader settings) throws IOException {
    String url = settings.readLine();
    login(release, url, "did_release", settings.readLine());
    login(main, url, "did_app", settings.readLine());
    run = UUID.fromString(settings.readLine());
    token = settings.readLine();
    keys = ReleaseKeys.marked(key(settings.readLine()), new WatermarkKey(key(settings.readLine())));
    folder = Path.of(settings.readLine());
    format = ExtractFormat.valueOf(settings.readLine());
    kind = Kind.valueOf(settings.readLine());
    before =
        kind == Kind.CHANGES
            ? Optional.of(new Holding(Path.of(settings.readLine())))
            : Optional.empty();
  }

  /**
   * Reads address, secrets, run, keys, folder, format and kind from standard input, and for changes
   * what the recipient held before.
   */
  public static void main(String[] arguments) throws Exception {
    new Releasing(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)))
        .work();
  }

  private void work() throws IOException, InterruptedException {
    ExecutorService executor = Executors.newFixedThreadPool(WORKERS);
    try {
      System.out.println(Labourer.BEGUN);
      while (!isWholeNow(executor)) {
        TimeUnit.MILLISECONDS.sleep(200);
      }
      System.out.println(Labourer.DONE);
    } finally {
      executor.shutdown();
    }
  }

  /** A month whose lease ran out on a busy machine is tried again, as the server's driver does. */
  private boolean isWholeNow(ExecutorService executor) throws IOException {
    try {
      return isWhole(executor);
    } catch (ReleaseStoppedException stopped) {
      if (stopped.getCause() instanceof LeaseLostException) {
        return false;
      }
      throw stopped;
    }
  }

  private boolean isWhole(ExecutorService executor) throws IOException {
    ReleasePlan plan = new JdbcRunPlans(release, main).plan(run, token);
    ReleaseEngine engine =
        new ReleaseEngine(
            release, new EngineSettings(WORKERS, LITTLE_MEMORY, folder.resolve("spill")), executor);
    JdbcPartitionLog log = new JdbcPartitionLog(main, LEASE_SECONDS);
    int months = plan.partitions().size();
    if (kind == Kind.RELEASE) {
      PartitionSink sink = DataSinks.of(format, folder, plan.columns());
      return engine.run(plan, keys, log, sink, new RunControl()).size() == months;
    }
    Holding now = new Holding(folder.resolve("holding"));
    now.prepare();
    RefreshPlan refresh =
        new RefreshPlan(
            kind == Kind.FIRST ? RefreshContent.FULL : RefreshContent.CHANGES, before, now);
    RefreshSink sink =
        new RefreshSink(refresh, plan, DataSinks.of(format, folder, refresh.written(plan)));
    boolean whole =
        engine.run(sink.reading(plan), keys, log, sink, new RunControl()).size() == months;
    if (whole) {
      now.complete(plan.partitions());
    }
    return whole;
  }

  private static TokenKey key(String hex) {
    return new TokenKey(HexFormat.of().parseHex(hex));
  }

  private static void login(PGSimpleDataSource source, String url, String login, String secret) {
    source.setUrl(url);
    source.setUser(login);
    source.setPassword(secret);
  }
}
