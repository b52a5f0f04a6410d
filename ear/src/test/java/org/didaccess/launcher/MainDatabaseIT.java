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
import java.util.concurrent.atomic.AtomicInteger;
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
    new ServerFolder(settings("DID_DB_URL")).rememberProcess(orphan.toHandle());
  }

  @AfterEach
  void ended() {
    orphan.destroyForcibly();
  }

  @Test
  void a_server_that_was_left_behind_ends_before_the_databases_open_for_one_command_alone() {
    Settings settings = settings("DID_DB_URL");

    assertThatThrownBy(() -> MainDatabase.alone(settings, new Progress(NOWHERE, home)))
        .isInstanceOf(DatabaseProblem.class);

    assertThat(orphan.isAlive()).isFalse();
  }

  @Test
  void and_before_they_open_for_any_other_command() {
    Settings settings = settings("DID_DB_URL");

    assertThatThrownBy(() -> MainDatabase.open(settings, new Progress(NOWHERE, home)))
        .isInstanceOf(DatabaseProblem.class);

    assertThat(orphan.isAlive()).isFalse();
  }

  @Test
  void where_one_database_cannot_be_opened_the_other_is_stopped_and_the_folder_given_back()
      throws IOException {
    Settings settings = settings("DID_SDE_URL");

    assertThatThrownBy(() -> MainDatabase.open(settings, new Progress(NOWHERE, home)))
        .isInstanceOf(DatabaseProblem.class);

    assertThat(home.resolve("db/main/data")).exists();
    assertThat(MainDatabase.join(settings)).isEmpty();
    settings.home().lock().close();
  }

  @Test
  void what_was_closed_while_it_was_opened_starts_nothing_more() {
    Databases databases = new Databases(settings("DID_SDE_URL"));

    databases.close();

    assertThatThrownBy(() -> databases.open(new Progress(NOWHERE, home)))
        .isInstanceOf(LaunchProblem.class);
    assertThat(home.resolve("db")).doesNotExist();
  }

  @Test
  void a_guard_ends_what_it_guards_once() {
    AtomicInteger ends = new AtomicInteger();
    StopGuard guard = StopGuard.of(ends::incrementAndGet);

    guard.close();
    guard.close();

    assertThat(ends).hasValue(1);
    assertThat(StopGuard.isStopping()).isFalse();
  }

  /** Everything in its place, but one database under an address that leads nowhere. */
  private Settings settings(String database) {
    return new Settings(
        Map.of("DID_HOME", home.toString(), database, "jdbc:wrong"), Path.of(".").toAbsolutePath());
  }
}
