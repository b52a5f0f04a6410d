package org.didaccess.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.didaccess.launcher.Supervised.ServerState;
import org.junit.jupiter.api.Test;

/** What is done about deaths, without anything that could die. */
class SupervisorIT {

  private static final Duration SHORT_SECOND = Duration.ofMillis(20);

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  @Test
  void a_server_that_dies_while_it_starts_again_is_started_again_up_to_the_limit() {
    Mortal product = new Mortal(ServerState.LOST);

    assertThatThrownBy(() -> supervisor(product).watch())
        .isInstanceOf(LaunchProblem.class)
        .hasMessageContaining("started 5 times within 10 minutes");

    assertThat(product.acts).filteredOn("server"::equals).hasSize(4);
    assertThat(told()).contains("again in 1 s.", "again in 4 s.", "again in 16 s.", "in 64 s.");
  }

  @Test
  void databases_are_looked_after_while_a_server_starts_again() throws InterruptedException {
    Mortal product = new Mortal(ServerState.READY);
    product.states.addAll(
        List.of(ServerState.LOST, ServerState.STARTING, ServerState.STARTING, ServerState.READY));
    Supervisor supervisor = supervisor(product);
    product.atTheEnd = supervisor::stop;

    supervisor.watch();

    List<String> afterRestart =
        product.acts.subList(product.acts.indexOf("server"), product.acts.size());
    assertThat(afterRestart).filteredOn("databases"::equals).hasSizeGreaterThanOrEqualTo(2);
    assertThat(told()).contains("The application server is ready again.");
  }

  private Supervisor supervisor(Mortal product) {
    return new Supervisor(
        product, new PrintStream(told, true, StandardCharsets.UTF_8), SHORT_SECOND);
  }

  private String told() {
    return told.toString(StandardCharsets.UTF_8);
  }

  /** Goes through states, and stays in the last one. */
  private static final class Mortal implements Supervised {

    private final Deque<ServerState> states = new ArrayDeque<>();
    private final List<String> acts = new ArrayList<>();
    private final ServerState last;
    private Runnable atTheEnd = () -> {};

    private Mortal(ServerState last) {
      this.last = last;
    }

    @Override
    public boolean restartDeadDatabases() {
      acts.add("databases");
      return false;
    }

    @Override
    public ServerState serverState() {
      if (states.isEmpty()) {
        atTheEnd.run();
        return last;
      }
      return states.remove();
    }

    @Override
    public void restartServer() {
      acts.add("server");
    }
  }
}
