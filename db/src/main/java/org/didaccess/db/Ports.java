package org.didaccess.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine: of the loopback address, unless another is named. */
public final class Ports {
  private Ports() {}

  /** A port that nobody listens on now. */
  public static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new DatabaseProblem("This machine has no free port on the loopback address", e);
    }
  }

  /** Whether nobody listens on the port now. */
  public static boolean isFree(int port) {
    return isFree(InetAddress.getLoopbackAddress(), port);
  }

  /** Whether nobody listens on that address's port now; on any of them where it names all. */
  public static boolean isFree(InetAddress address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
