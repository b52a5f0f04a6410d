package org.didaccess.source.infrastructure.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.domain.reference.Organisation.Role;
import org.didaccess.source.infrastructure.ReferenceVersions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published files are known by their names, however they were packed. */
class PublishedFilesTest {

  private static final byte[] SOME = "some".getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path home;
  @TempDir private Path published;

  private final PublishedFiles files = new PublishedFiles();
  private ReferenceSources sample;

  @BeforeEach
  void write_the_sample() throws IOException {
    sample = PublishedSample.copyTo(published);
  }

  @AfterEach
  void remove() {
    files.close();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "ONSPD_NOV_2025_UK.csv, POSTCODES",
    "ONSPD_NOV_2025_UK_AB.csv, ",
    "etr.csv, PROVIDERS",
    "ETR.CSV, PROVIDERS",
    "ephpsite.csv, SITES",
    "der2_Refset_SimpleUKCLFull_GB1000000_20251029.txt, SNOMED",
    "der2_Refset_SimpleUKCLSnapshot_GB1000000_20251029.txt, ",
    "der2_Refset_SimpleFull_INT_20251001.txt, ",
    "der2_sRefset_SimpleMapUKCLFull_GB1000000_20251029.txt, IMAGING_MAP",
    "letr.csv, ",
    "readme.txt, "
  })
  void a_file_is_known_by_its_name(String name, PublishedKind kind) {
    assertThat(PublishedKind.of(name).orElse(null)).isEqualTo(kind);
  }

  @Test
  void the_same_version_is_made_of_a_folder_of_archives_and_of_single_files() throws IOException {
    Map<String, Long> single = new ReferenceImport(new ReferenceVersions(home), sample).as("one");

    files.takeArchive(new ByteArrayInputStream(asDownloaded()));
    ReferenceVersions others = new ReferenceVersions(home.resolve("other"));
    assertThat(
            new ReferenceImport(others, files.sources(ReferenceSources.IMAGING_REFSET)).as("one"))
        .isEqualTo(single);

    try (PublishedFiles folder = new PublishedFiles()) {
      folder.take(published);
      Map<Role, List<Path>> found = folder.sources(ReferenceSources.IMAGING_REFSET).organisations();
      assertThat(found.keySet()).isEqualTo(sample.organisations().keySet());
      found.forEach(
          (role, reports) ->
              assertThat(reports)
                  .containsExactlyInAnyOrderElementsOf(sample.organisations().get(role)));
    }
    try (var made = Files.list(home.resolve("reference/one"))) {
      for (Path file : made.toList()) {
        assertThat(
                Files.readAllLines(home.resolve("other/reference/one").resolve(file.getFileName())))
            .as("the lines of %s, whichever report came first", file.getFileName())
            .containsExactlyInAnyOrderElementsOf(Files.readAllLines(file));
      }
    }
  }

  @Test
  void an_archive_in_an_archive_in_an_archive_is_not_opened() throws IOException {
    byte[] inner = zip(Map.of("etr.csv", SOME));
    byte[] deep = zip(Map.of("a.zip", zip(Map.of("b.zip", inner))));
    files.takeArchive(new ByteArrayInputStream(deep));

    assertThatThrownBy(() -> files.sources("1"))
        .isInstanceOf(InvalidSubmissionException.class)
        .hasMessageStartingWith(
            "No published file was found in it. Known are: ONSPD_*_UK.csv, etr");
  }

  @Test
  void of_one_kind_only_some_may_come_twice() throws IOException {
    files.takeArchive(
        new ByteArrayInputStream(zip(Map.of("2024/etr.csv", SOME, "2025/ephp.csv", SOME))));
    assertThat(files.sources("1").organisations().get(Role.PROVIDER)).hasSize(2);

    byte[] same = zip(Map.of("last/epraccur.csv", SOME, "this/EPRACCUR.CSV", SOME));
    assertThatThrownBy(() -> files.takeArchive(new ByteArrayInputStream(same)))
        .hasMessageContaining("two files of one kind");

    byte[] twice = zip(Map.of("ONSPD_MAY_2025_UK.csv", SOME, "ONSPD_NOV_2025_UK.csv", SOME));
    assertThatThrownBy(() -> files.takeArchive(new ByteArrayInputStream(twice)))
        .hasMessageContainingAll("two files of one kind", "MAY", "NOV", "Nothing was imported");
  }

  @Test
  void memberships_come_with_their_practices() throws IOException {
    files.takeArchive(new ByteArrayInputStream(zip(Map.of("epcmem.csv", SOME))));
    assertThatThrownBy(() -> files.sources("1")).hasMessageContaining("epraccur");
  }

  @Test
  void an_archive_of_endless_entries_is_not_opened() throws IOException {
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 150_000; i++) {
      many.put(
          "an/entry/with/a/long/name/that/is/none/of/those/known/to/anybody/" + i, new byte[0]);
    }
    byte[] archive = zip(many);
    assertThatThrownBy(() -> files.takeArchive(new ByteArrayInputStream(archive)))
        .hasMessageContaining("too many entries");
  }

  @Test
  void a_name_that_leads_out_of_the_folder_stays_in_it() throws IOException {
    files.takeArchive(new ByteArrayInputStream(zip(Map.of("../../../etr.csv", SOME))));

    Path taken = files.sources("1").organisations().get(Role.PROVIDER).get(0);
    assertThat(taken.getParent().getParent().getFileName().toString()).startsWith("did-reference-");
    files.close();
    assertThat(taken.getParent().getParent()).doesNotExist();
  }

  @Test
  void what_is_no_archive_or_a_damaged_one_is_told() throws IOException {
    assertThatThrownBy(() -> files.takeArchive(new ByteArrayInputStream(SOME)))
        .hasMessageStartingWith("This is no zip archive.");
    byte[] whole = asDownloaded();
    for (int length : new int[] {whole.length / 3, whole.length - 5}) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> files.takeArchive(new ByteArrayInputStream(cut)))
          .isInstanceOf(InvalidSubmissionException.class)
          .hasMessage("The archive cannot be read: it is damaged. Nothing was imported.");
    }
    assertThatThrownBy(() -> files.take(published.resolve("not-there")))
        .hasMessageStartingWith("There is no file");
  }

  /** Each file in the folder or archive of its publisher. */
  private byte[] asDownloaded() throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("User Guide/readme.txt", SOME);
    try (var listed = Files.list(published)) {
      for (Path file : listed.sorted().toList()) {
        String name = file.getFileName().toString();
        all.put(
            name + ".zip",
            zip(Map.of("Data/" + name, Files.readAllBytes(file), "Data/readme.txt", SOME)));
      }
    }
    return zip(all);
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : List.copyOf(entries.keySet())) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(entries.get(name));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
