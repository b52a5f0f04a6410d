package org.didaccess.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.didaccess.harness.Zipped;
import org.didaccess.source.infrastructure.ReferenceVersions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Importing a reference at the command line, and checking against it. */
class ReferenceCommandIT {

  @TempDir private Path folder;

  @Test
  void what_was_imported_is_what_a_check_reads() {
    run("reference", "sample", file("published"));

    TypedCommand imported =
        run(
            "reference",
            "import",
            "2026-11",
            "--postcodes",
            file("published/onspd.csv"),
            "--providers",
            file("published/etr.csv"),
            "--providers",
            file("published/ephp.csv"));

    assertThat(imported.exitCode()).as(imported.told()).isEqualTo(ExitCode.OK);
    assertThat(imported.printed()).contains("14 lines of postcodes", "2026-11 counts from now on");
    assertThat(run("reference", "list").printed())
        .isEqualToNormalizingNewlines(
            "* 2026-11\n  %s (the shipped, invented sample)\n"
                .formatted(ReferenceVersions.sampleName()));
    assertThat(checkedAgainst()).isEqualTo("2026-11");
    assertThat(run("reference", "use", ReferenceVersions.sampleName()).exitCode())
        .isEqualTo(ExitCode.OK);
    assertThat(checkedAgainst()).isEqualTo(ReferenceVersions.sampleName());
  }

  @Test
  void a_folder_or_an_archive_is_taken_as_it_was_downloaded() throws IOException {
    run("reference", "sample", file("published"));
    Files.write(folder.resolve("lists.zip"), Zipped.folder(folder.resolve("published")));

    TypedCommand ofFolder = run("reference", "import", "one", "--from", file("published"));
    TypedCommand ofArchive = run("reference", "import", "other", "--from", file("lists.zip"));

    assertThat(ofFolder.exitCode()).as(ofFolder.told()).isEqualTo(ExitCode.OK);
    assertThat(ofArchive.printed()).isEqualTo(ofFolder.printed().replace("one", "other"));
    assertThat(
            run("reference", "import", "third", "--from", file("lists.zip"), "--nicip", "x").told())
        .contains("Give --from or single files, not both.");
    assertThat(run("reference", "import", "third", "--from", file("nowhere")).told())
        .contains("There is no file");
    assertThat(run("reference", "list").printed()).doesNotContain("third");
  }

  @Test
  void a_wrong_file_is_told_in_a_sentence_with_exit_code_2() {
    run("reference", "sample", file("published"));

    TypedCommand refused =
        run("reference", "import", "2026-11", "--postcodes", file("published/etr.csv"));

    assertThat(refused.exitCode()).isEqualTo(ExitCode.UNKNOWN);
    assertThat(refused.told().strip())
        .isEqualTo(
            "etr.csv has no column pcds. Give the file as it was published."
                + " Nothing was imported.");
    assertThat(run("reference", "list").printed()).doesNotContain("2026-11");
    assertThat(run("reference", "use", "2026-11").exitCode()).isEqualTo(ExitCode.UNKNOWN);
    assertThat(run("reference", "import", "2026-11").told()).contains("Say what to import");
    assertThat(run("reference", "import", "2026-11", "--memberships", "epcmem.csv").told())
        .contains("Give the report of practices (epraccur)");
    assertThat(run("reference", "sample", file("published")).exitCode()).isEqualTo(ExitCode.FAILED);
  }

  private String checkedAgainst() {
    run("synth", "--rows", "10", "--out", file("months"));
    return run("check", file("months/did-2024-04-Z1A-received-2024-05-20.csv"), "--json")
        .json()
        .getString("reference");
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private TypedCommand run(String... arguments) {
    return TypedCommand.in(folder, arguments);
  }
}
