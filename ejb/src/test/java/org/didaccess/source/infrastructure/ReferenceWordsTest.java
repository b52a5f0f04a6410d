package org.didaccess.source.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.didaccess.source.Submissions.csv;
import static org.didaccess.source.Submissions.file;
import static org.didaccess.source.Submissions.good;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.SubmissionMetadata;
import org.didaccess.source.domain.Item;
import org.didaccess.source.domain.reference.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words that codes leave with depend on what was submitted, not on the order of arrival. */
class ReferenceWordsTest {

  private static final String NAME = "\"Example Hospitals 1A, North East\"";
  private static final LocalDate EARLY = LocalDate.of(2024, 5, 20);
  private static final LocalDate LATE = LocalDate.of(2024, 5, 25);

  @TempDir private Path folder;
  private LoadedDatabase database;
  private Reference first;
  private Reference second;

  @BeforeEach
  void two_versions_name_an_organisation() throws IOException {
    database = LoadedDatabase.fresh();
    first = version("first", "First Name");
    second = version("second", "Second Name");
  }

  @Test
  void the_latest_submission_by_receipt_decides_in_any_order() throws Exception {
    load(first, "A1", EARLY);
    assertThat(name()).isEqualTo("First Name");
    load(second, "A2", LATE);
    String afterwards = name();

    database = LoadedDatabase.fresh();
    load(second, "A2", LATE);
    load(first, "A1", EARLY);

    assertThat(name()).isEqualTo(afterwards).isEqualTo("Second Name");
  }

  @Test
  void an_earlier_version_that_is_used_again_counts_again() throws Exception {
    load(first, "A1", EARLY);
    load(second, "A2", LATE);
    load(first, "A3", LATE.plusDays(1));

    assertThat(name()).isEqualTo("First Name");
  }

  @Test
  void a_file_that_was_checked_against_other_lists_is_not_said_to_have_passed_these()
      throws Exception {
    load(first, "A1", EARLY);

    assertThatThrownBy(() -> load(second, "A1", EARLY))
        .isInstanceOf(InvalidSubmissionException.class)
        .hasMessageContaining("checked against the version first of the lists, not against second");
    load(first, "A1", EARLY);
    assertThat(name()).isEqualTo("First Name");
  }

  private String name() throws Exception {
    return database.text(
        "SELECT label FROM source.code_label WHERE kind = 'organisation' AND code = 'Z1A'");
  }

  private void load(Reference reference, String accession, LocalDate received) {
    new SubmissionEngine(reference, Runnable::run)
        .load(
            file(csv(good().with(Item.ACCESSION_NUMBER, accession))),
            SubmissionMetadata.of("Z1A", received),
            OutputStream.nullOutputStream(),
            database.loader());
  }

  private Reference version(String version, String name) throws IOException {
    Path files = Files.createDirectory(folder.resolve(version));
    for (String list : ReferenceFiles.NAMES) {
      try (InputStream sample = ReferenceFiles.openSample(list)) {
        Files.write(files.resolve(list), sample.readAllBytes());
      }
    }
    Files.writeString(files.resolve("version.txt"), version);
    Path organisations = files.resolve("organisation.csv");
    List<String> lines = Files.readAllLines(organisations, StandardCharsets.UTF_8);
    lines.replaceAll(line -> line.startsWith("Z1A,") ? line.replace(NAME, name) : line);
    Files.write(organisations, lines, StandardCharsets.UTF_8);
    return ReferenceFiles.in(files);
  }
}
