package org.didaccess.harness;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.didaccess.db.ClusterKind;
import org.didaccess.db.Ports;
import org.didaccess.launcher.Home;
import org.didaccess.launcher.Product;
import org.didaccess.launcher.RunningDatabases;
import org.didaccess.launcher.Settings;
import org.didaccess.launcher.Supervised;
import org.didaccess.launcher.demo.Demonstration;
import org.didaccess.launcher.demo.Stage;

/**
 * The product that all tests of a run share: on free ports, over a fresh data folder, with the
 * demonstration. A test that kills something starts it again before it ends.
 */
public final class RunningProduct {
  private static RunningProduct shared;

  private final Product product;
  private final Letters letters;

  private RunningProduct(Product product, Letters letters) {
    this.product = product;
    this.letters = letters;
  }

  /** The one that runs. */
  public static synchronized RunningProduct shared() {
    if (shared == null) {
      throw new IllegalStateException("The product was not started: run this test with failsafe");
    }
    return shared;
  }

  static synchronized void start() {
    if (shared != null) {
      return;
    }
    Path home = Path.of(System.getProperty("did.test.home"));
    TestFolders.empty(home);
    Letters letters = new Letters();
    letters.start();
    shared = new RunningProduct(new Product(mailing(home, letters), System.out), letters);
    try {
      shared.product.start();
      Demonstration.set(shared.product.settings(), shared.product.databases().main());
    } catch (RuntimeException e) {
      stop();
      throw e;
    }
    shared.tellArquillian();
  }

  static synchronized void stop() {
    if (shared != null) {
      shared.product.close();
      shared.letters.stop();
      shared = null;
    }
  }

  private static Settings mailing(Path home, Letters letters) {
    Settings settings = settings(home, Ports.free());
    Map<String, String> environment = new HashMap<>(settings.environment());
    environment.put("DID_SMTP_HOST", "127.0.0.1");
    environment.put("DID_SMTP_PORT", Integer.toString(letters.port()));
    return new Settings(environment, settings.checkout());
  }

  /** The mail server that the product hands its letters to. */
  public Letters letters() {
    return letters;
  }

  /** Settings of a product of its own, for tests that start one. */
  public static Settings settings(Path home, int port) {
    Map<String, String> environment = new HashMap<>();
    environment.put("DID_HOME", home.toString());
    environment.put("DID_PORT", Integer.toString(port));
    environment.put("DID_SERVER_HEAP", "768m");
    return new Settings(environment, Path.of(System.getProperty("did.checkout")).normalize());
  }

  /** Address without a slash at its end. */
  public String baseUrl() {
    return product.settings().baseUrl();
  }

  public int port() {
    return product.settings().port();
  }

  /** The password that all people of the demonstration share. */
  public String secret() {
    return Stage.secret(product.settings());
  }

  /** Whether the product answers that it and its database can work. */
  public boolean isReady() {
    return product.server().isReady();
  }

  Settings settings() {
    return product.settings();
  }

  public Home home() {
    return product.settings().home();
  }

  /** Connections as the product's logins, for tests that look into the database or attack it. */
  public RunningDatabases databases() {
    return product.databases();
  }

  /** Ends the application server as a power cut would. */
  public void killServer() {
    ProcessHandle server = product.server().handle();
    server.destroyForcibly();
    server.onExit().join();
  }

  /** Ends PostgreSQL's main server as a power cut would; its sessions end with it. */
  public void killDatabase() {
    product.killDatabase(ClusterKind.MAIN);
  }

  /** Ends the server of the Secure Data Environment as a power cut would. */
  public void killSde() {
    product.killDatabase(ClusterKind.SDE);
  }

  /** Brings back whatever was killed, and waits until the product is ready again. */
  public void restart() {
    product.restartDeadDatabases();
    if (product.serverState() == Supervised.ServerState.LOST) {
      product.restartServer();
      tellArquillian();
    }
    Deadline.within(600, "the product is ready", product.server()::isReady);
  }

  private void tellArquillian() {
    System.setProperty(
        "did.test.management.port", Integer.toString(product.server().managementPort()));
  }
}
