package org.didaccess.release.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.didaccess.pseudonym.ReleaseKeys;

/**
 * Runs a release: as many workers as set take partitions from the log, each in a session of its own
 * that the guard opened. The bytes do not depend on the number of workers.
 */
public final class ReleaseEngine {

  private final DataSource source;
  private final EngineSettings settings;
  private final ExecutorService executor;

  /**
   * An engine.
   *
   * @param source connections of the release login, outside any JTA transaction
   * @param executor runs the workers; it is not shut down here
   */
  public ReleaseEngine(DataSource source, EngineSettings settings, ExecutorService executor) {
    this.source = source;
    this.settings = settings;
    this.executor = executor;
  }

  /**
   * Releases what is not finished yet and returns when all workers have ended.
   *
   * @return the finished partitions by month; fewer than planned when the control asked to stop or
   *     another server still holds some
   * @throws ReleaseStoppedException when the guard refused, a session was ended or a file failed
   */
  public List<WrittenPartition> run(
      ReleasePlan plan,
      ReleaseKeys keys,
      PartitionLog log,
      PartitionSink sink,
      RunControl control) {
    log.prepare(plan.run(), plan.partitions());
    List<Future<Void>> workers = new ArrayList<>();
    int count = Math.min(settings.workers(), Math.max(1, plan.partitions().size()));
    for (int i = 0; i < count; i++) {
      workers.add(executor.submit(worker(plan, keys, log, sink, control)));
    }
    awaitAll(workers, control);
    return log.finished(plan.run());
  }

  /**
   * How the source stands now.
   *
   * @throws ReleaseStoppedException when the guard refused or the session was ended
   */
  MonthStates states(ReleasePlan plan) {
    try (Connection connection = source.getConnection()) {
      return MonthStates.read(connection, plan);
    } catch (SQLException failed) {
      throw new ReleaseStoppedException(message(failed), failed);
    }
  }

  private Callable<Void> worker(
      ReleasePlan plan,
      ReleaseKeys keys,
      PartitionLog log,
      PartitionSink sink,
      RunControl control) {
    return () -> {
      Files.createDirectories(
          settings.spillFolder(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      try (OpenedRelease opened = OpenedRelease.open(source, plan);
          KeyedRowSorter sorter =
              new KeyedRowSorter(settings.sortBytes(), settings.spillFolder())) {
        new PartitionWorker(opened, plan, keys, log, sink, control).work(sorter);
      } catch (SQLException | IOException | RuntimeException failed) {
        control.stop();
        throw failed;
      }
      return null;
    };
  }

  private static void awaitAll(List<Future<Void>> workers, RunControl control) {
    Throwable first = null;
    for (Future<Void> worker : workers) {
      try {
        worker.get();
      } catch (ExecutionException failed) {
        first = first == null ? failed.getCause() : first;
      } catch (InterruptedException interrupted) {
        control.stop();
        Thread.currentThread().interrupt();
        first = first == null ? interrupted : first;
      }
    }
    if (first != null) {
      throw new ReleaseStoppedException(message(first), first);
    }
  }

  private static String message(Throwable cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
