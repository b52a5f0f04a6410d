package org.didaccess.release.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.didaccess.release.ReleaseFixture.newKeys;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.ReleaseFixture;
import org.didaccess.release.bag.DataSinks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database that is gone in the middle of a row ends the release, and does not hold it. */
class CutConnectionTest {

  private static final int CUTS = 24;

  /** After the guard opened it, and before the end of its first month. */
  private static final int FIRST_BYTES = 20_000;

  private static final int LAST_BYTES = 120_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ExecutorService executor =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "cut");
            thread.setDaemon(true);
            return thread;
          });

  @TempDir private Path home;
  private ReleaseFixture fixture;

  @BeforeEach
  void begin() throws SQLException {
    fixture = ReleaseFixture.shared();
  }

  @AfterEach
  void end() {
    executor.shutdownNow();
  }

  /** Whoever was asked to stop gives the rest of its month up, for which the driver asks anew. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_release_ends_wherever_its_connection_is_cut(boolean askedToStop) throws Exception {
    ReleasePlan plan = fixture.plan(fixture.agreement("MODALITY", "AGE", "PERSON_ID").order());
    Random random = new Random(5);
    for (int i = 0; i < CUTS; i++) {
      int bytes = FIRST_BYTES + random.nextInt(LAST_BYTES - FIRST_BYTES);
      RunControl control = new RunControl();
      try (CutLine line = new CutLine(bytes, askedToStop ? control::stop : () -> {})) {
        ReleaseEngine engine =
            new ReleaseEngine(
                line.source(), new EngineSettings(1, 1 << 20, home.resolve("spill")), executor);
        PartitionSink sink =
            DataSinks.of(ExtractFormat.CSV_ZSTD, home.resolve("cut-" + i), plan.columns());
        Throwable ended =
            assertTimeoutPreemptively(
                PATIENCE,
                () ->
                    catchThrowable(
                        () -> engine.run(plan, newKeys(), new MemoryPartitionLog(), sink, control)),
                "cut after " + bytes + " bytes");
        assertThat(ended)
            .as("cut after %s bytes", bytes)
            .isInstanceOf(ReleaseStoppedException.class);
      }
    }
  }

  /** Hands bytes on between the engine and the database, and is cut after some of the answer. */
  private final class CutLine implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final PGSimpleDataSource direct = new PGSimpleDataSource();
    private final int bytes;
    private final Runnable afterwards;

    private CutLine(int bytes, Runnable afterwards) throws IOException {
      this.bytes = bytes;
      this.afterwards = afterwards;
      direct.setUrl(fixture.database().url());
      executor.execute(this::serve);
    }

    private PGSimpleDataSource source() {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setUrl(fixture.database().url());
      source.setServerNames(new String[] {"127.0.0.1"});
      source.setPortNumbers(new int[] {door.getLocalPort()});
      source.setUser("did_release");
      source.setPassword(fixture.database().secretOf("did_release"));
      return source;
    }

    private void serve() {
      try (Socket client = door.accept();
          Socket server =
              new Socket(InetAddress.getLoopbackAddress(), direct.getPortNumbers()[0])) {
        executor.execute(() -> hand(client, server, Integer.MAX_VALUE));
        hand(server, client, bytes);
        afterwards.run();
        door.close();
      } catch (IOException ended) {
        // The test is over, or the line was cut.
      }
    }

    private static void hand(Socket from, Socket to, int most) {
      byte[] buffer = new byte[4096];
      int left = most;
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        while (left > 0) {
          int read = in.read(buffer, 0, Math.min(left, buffer.length));
          if (read < 0) {
            return;
          }
          out.write(buffer, 0, read);
          left -= read;
        }
      } catch (IOException ended) {
        // One side is gone; the other is closed by whoever serves.
      }
    }

    @Override
    public void close() throws IOException {
      door.close();
    }
  }
}
