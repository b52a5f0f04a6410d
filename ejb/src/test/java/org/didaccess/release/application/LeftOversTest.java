package org.didaccess.release.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.didaccess.release.domain.ReleaseFolders;
import org.didaccess.shared.UnfinishedFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files stay as long as somebody needs them, and no longer. */
class LeftOversTest {

  private static final String REFERENCE = "EXT-1";

  @TempDir private Path home;
  private ReleaseFolders folders;

  @BeforeEach
  void an_empty_folder_of_releases() {
    folders = new ReleaseFolders(home.resolve("releases"), "did-1");
  }

  @Test
  void a_run_that_was_given_up_leaves_nothing() throws IOException {
    UUID run = run();

    remove(Set.of(), List.of(), List.of(run));

    assertThat(folders.run(run)).doesNotExist();
  }

  @Test
  void a_finished_run_keeps_its_package_alone() throws IOException {
    UUID run = run();
    Path packed = folders.packageFile(run, REFERENCE, "age1invented");
    Path killed = Files.writeString(UnfinishedFile.beside(packed), "half");

    remove(Set.of(), List.of(), List.of());

    assertThat(killed).doesNotExist();
    assertThat(folders.stage(run)).doesNotExist();
    assertThat(folders.packageFile(run, REFERENCE, "age1invented")).hasContent("package");
  }

  @Test
  void the_months_of_a_run_that_goes_on_are_kept() throws IOException {
    UUID waiting = run();
    UUID driven = run();

    remove(Set.of(driven), List.of(waiting), List.of(driven));

    assertThat(folders.stage(waiting).resolve("data/2025-01.csv.zst")).exists();
    assertThat(folders.stage(driven).resolve("data/2025-01.csv.zst")).exists();
  }

  @Test
  void a_run_that_is_ordered_while_we_look_is_let_alone() throws IOException {
    UUID finished = run();
    UUID[] late = new UUID[1];

    new LeftOvers(folders, Set.of())
        .remove(
            () -> {
              late[0] = unchecked(this::run);
              return List.of();
            },
            List::of);

    assertThat(folders.stage(finished)).doesNotExist();
    assertThat(folders.stage(late[0])).exists();
  }

  @Test
  void other_folders_beside_the_runs_are_none_of_ours_and_there_may_be_none_at_all()
      throws IOException {
    remove(Set.of(), List.of(), List.of());
    Files.createDirectories(folders.spill());

    remove(Set.of(), List.of(), List.of());

    assertThat(folders.spill()).exists();
  }

  private void remove(Set<UUID> running, List<UUID> waiting, List<UUID> givenUp) {
    new LeftOvers(folders, running).remove(() -> waiting, () -> givenUp);
  }

  private UUID run() throws IOException {
    UUID run = UUID.randomUUID();
    Path data = Files.createDirectories(folders.stage(run).resolve("data"));
    Files.writeString(data.resolve("2025-01.csv.zst"), "rows");
    Files.writeString(folders.packageFile(run, REFERENCE, "age1invented"), "package");
    return run;
  }

  private static UUID unchecked(Making making) {
    try {
      return making.make();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  @FunctionalInterface
  private interface Making {
    UUID make() throws IOException;
  }
}
