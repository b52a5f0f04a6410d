package org.didaccess.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.didaccess.db.Ports;
import org.didaccess.harness.Deadline;
import org.didaccess.harness.RunningProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LauncherIT {
  private final PrintStream told =
      new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

  @Test
  void a_port_in_use_is_told_before_anything_is_started(@TempDir Path home) {
    int taken = RunningProduct.shared().port();

    try (Product second = new Product(RunningProduct.settings(home, taken), told)) {
      assertThatThrownBy(second::start)
          .isInstanceOf(LaunchProblem.class)
          .hasMessageContaining("Port " + taken + " is in use")
          .hasMessageContaining("DID_PORT");
    }
    assertThat(home.resolve("db")).doesNotExist();
  }

  @Test
  void one_data_folder_serves_one_product() {
    Path home = RunningProduct.shared().home().folder();

    try (Product second = new Product(RunningProduct.settings(home, Ports.free()), told)) {
      assertThatThrownBy(second::start)
          .isInstanceOf(LaunchProblem.class)
          .hasMessageContaining("already runs");
    }
  }

  @Test
  void after_kills_of_database_and_server_the_product_is_ready_again() {
    RunningProduct product = RunningProduct.shared();

    product.killDatabase();
    Deadline.within(30, "readiness says that the database is gone", () -> !product.isReady());
    product.killServer();
    product.restart();

    assertThat(product.isReady()).isTrue();
  }

  @Test
  void a_port_that_is_none_is_refused_with_what_to_give() {
    Settings settings = new Settings(Map.of("DID_PORT", "eighty"), Path.of("."));

    assertThatThrownBy(settings::port).hasMessageContaining("from 1 to 65535");
  }

  @Test
  void every_command_has_help_and_wrong_usage_ends_with_2() {
    for (String command : Did.commandLine().getSubcommands().keySet()) {
      assertThat(quiet().execute(command, "--help")).as(command).isEqualTo(ExitCode.OK);
    }
    assertThat(quiet().execute("no-such-command")).isEqualTo(ExitCode.UNKNOWN);
    assertThat(quiet().execute("up", "--no-such-option")).isEqualTo(ExitCode.UNKNOWN);
  }

  private static CommandLine quiet() {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return Did.commandLine().setOut(nowhere).setErr(nowhere);
  }
}
