package org.didaccess.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.didaccess.db.Ports;
import org.didaccess.launcher.ApplicationServer;
import org.didaccess.launcher.Settings;

/**
 * A second application server over the databases, the keys and the releases of the product that
 * runs, as another node of a cluster has them; its own files lie in a folder of its own.
 */
public final class AnotherServer implements AutoCloseable {
  private static final long READY_WITHIN_S = 180;

  /** What each server has for itself, and what the databases have. */
  private static final List<String> NOT_SHARED = List.of("server", "db", "postgres", "lock");

  private final ApplicationServer server;

  private AnotherServer(ApplicationServer server) {
    this.server = server;
  }

  /**
   * Starts one, and waits until it is ready.
   *
   * @param node its name, which no other server has
   * @param folder a folder for it alone
   */
  public static AnotherServer beside(RunningProduct product, String node, Path folder)
      throws IOException {
    Path home = Files.createDirectories(folder.resolve(node));
    share(product.home().folder(), home);
    Map<String, String> environment = new HashMap<>(product.settings().environment());
    environment.put("DID_HOME", home.toString());
    environment.put("DID_PORT", Integer.toString(Ports.free()));
    environment.put("DID_NODE", node);
    ApplicationServer server =
        new ApplicationServer(
            new Settings(environment, product.settings().checkout()), product.databases());
    server.start();
    AnotherServer another = new AnotherServer(server);
    try {
      Deadline.within(READY_WITHIN_S, node + " is ready", server::isReady);
      return another;
    } catch (AssertionError late) {
      another.close();
      throw late;
    }
  }

  private static void share(Path of, Path with) throws IOException {
    try (Stream<Path> content = Files.list(of)) {
      for (Path shared : content.toList()) {
        Path link = with.resolve(shared.getFileName());
        if (!NOT_SHARED.contains(shared.getFileName().toString()) && !Files.exists(link)) {
          Files.createSymbolicLink(link, shared);
        }
      }
    }
  }

  /** Whether it answers that it can work. */
  public boolean isReady() {
    return server.isReady();
  }

  @Override
  public void close() {
    server.stop();
  }
}
