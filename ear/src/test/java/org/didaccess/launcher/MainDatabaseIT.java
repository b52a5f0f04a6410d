package org.didaccess.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.didaccess.db.DatabaseProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command does before and after it has the databases for itself. */
class MainDatabaseIT {

  private static final PrintStream NOWHERE =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  @TempDir private Path home;
  private Process orphan;

  @BeforeEach
  void a_killed_launcher_left_its_server() throws IOException {
    Path folder = Files.createDirectories(home.resolve("server"));
    orphan =
        new ProcessBuilder(
                "sh", "-c", "while :; do sleep 1; done", ServerCommand.BASE_FOLDER + folder)
            .start();
    new ServerFolder(settings("jdbc:wrong")).rememberProcess(orphan.toHandle());
  }

  @AfterEach
  void ended() {
    orphan.destroyForcibly();
  }

  @Test
  void a_server_that_was_left_behind_ends_before_the_databases_open_for_one_command_alone() {
    Settings settings = settings("jdbc:wrong");

    assertThatThrownBy(() -> MainDatabase.alone(settings, new Progress(NOWHERE, home)))
        .isInstanceOf(DatabaseProblem.class);

    assertThat(orphan.isAlive()).isFalse();
  }

  @Test
  void and_before_they_open_for_any_other_command() {
    Settings settings = settings("jdbc:wrong");

    assertThatThrownBy(() -> MainDatabase.open(settings, new Progress(NOWHERE, home)))
        .isInstanceOf(DatabaseProblem.class);

    assertThat(orphan.isAlive()).isFalse();
  }

  private Settings settings(String url) {
    return new Settings(
        Map.of("DID_HOME", home.toString(), "DID_DB_URL", url), Path.of(".").toAbsolutePath());
  }
}
