package org.didaccess.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says. {@code docs/running.md} has the table of variables.
 *
 * @param environment the variables
 * @param checkout folder of the project, where the build's results lie
 */
public record Settings(Map<String, String> environment, Path checkout) {
  private static final int DEFAULT_PORT = 8080;

  /** From this process: the script names the checkout. */
  public static Settings ofThisProcess() {
    String checkout = System.getProperty("did.checkout", System.getProperty("user.dir"));
    return new Settings(System.getenv(), Path.of(checkout).toAbsolutePath().normalize());
  }

  /** A variable that is set and not blank. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** The data folder. */
  public Home home() {
    Path folder = value("DID_HOME").map(Path::of).orElseGet(() -> checkout.resolve(".did-home"));
    return new Home(folder.toAbsolutePath().normalize());
  }

  /** The port of pages and REST interface. */
  public int port() {
    Optional<String> port = value("DID_PORT");
    if (port.isEmpty()) {
      return DEFAULT_PORT;
    }
    try {
      int number = Integer.parseInt(port.get());
      if (number > 0 && number < 65536) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new LaunchProblem(notAPort(port.get()), e);
    }
    throw new LaunchProblem(notAPort(port.get()));
  }

  private static String notAPort(String value) {
    return "DID_PORT is " + value + ". Give a number from 1 to 65535.";
  }

  /** The address that pages are served on; the loopback address unless told otherwise. */
  public String bindAddress() {
    return value("DID_BIND").orElse("127.0.0.1");
  }

  /**
   * The same as an address of this machine.
   *
   * @throws LaunchProblem where it is none
   */
  public InetAddress boundTo() {
    try {
      InetAddress address = InetAddress.getByName(bindAddress());
      if (address.isAnyLocalAddress()
          || address.isLoopbackAddress()
          || NetworkInterface.getByInetAddress(address) != null) {
        return address;
      }
    } catch (IOException e) {
      throw new LaunchProblem(notAnAddress(), e);
    }
    throw new LaunchProblem(notAnAddress());
  }

  private String notAnAddress() {
    return "DID_BIND is "
        + bindAddress()
        + ", which is no address of this machine. Give one, or 0.0.0.0 for all.";
  }

  /** Whether demonstration accounts and data are wanted. */
  public boolean demonstration() {
    return value("DID_DEMO").map(v -> !"false".equalsIgnoreCase(v)).orElse(true);
  }

  /** Where this product's pages are found from this machine. */
  public String baseUrl() {
    return "http://" + host() + ":" + port();
  }

  /** All addresses together are none that could be asked; the loopback address is among them. */
  private String host() {
    InetAddress address = boundTo();
    if (address.isAnyLocalAddress()) {
      return "127.0.0.1";
    }
    return bindAddress().contains(":") ? "[" + bindAddress() + "]" : bindAddress();
  }
}
