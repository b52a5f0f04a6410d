package org.didaccess.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void a_port_is_free_where_nobody_listens_on_the_address_that_is_asked_for() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    InetAddress all = InetAddress.getByName("0.0.0.0");
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, loopback)) {
      port = taken.getLocalPort();

      assertThat(Ports.isFree(port)).isFalse();
      assertThat(Ports.isFree(all, port)).isFalse();
    }
    assertThat(Ports.isFree(port)).isTrue();
    assertThat(Ports.isFree(all, port)).isTrue();
  }
}
