package org.didaccess.source.infrastructure.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.domain.reference.Organisation;
import org.didaccess.source.domain.reference.Organisation.Role;
import org.didaccess.source.domain.reference.Reference;
import org.didaccess.source.domain.reference.ValueList;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.didaccess.source.infrastructure.ReferenceVersions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published files become a reference; each boundary of their dates is tried from both sides. */
class ReferenceImportTest {

  @TempDir private Path home;
  @TempDir private Path published;

  private ReferenceSources sources;
  private ReferenceVersions versions;

  @BeforeEach
  void write_the_sample() throws IOException {
    sources = PublishedSample.copyTo(published);
    versions = new ReferenceVersions(home);
  }

  @ParameterizedTest(name = "{0} on {1}: {2}, {3}, {4}")
  @CsvSource({
    "ZA11AA, 2011-03-26, E01991001, E02991001, E12000001",
    "ZA11AA, 2011-03-27, E01991011, E02991010, E12000001",
    "ZA11AA, 2024-01-01, E01991011, E02991010, E12000001",
    "ZA11AB, 2021-03-20, E01991011, E02991010, E12000001",
    "ZA11AB, 2021-03-21, E01991021, E02991010, E12000001",
    "ZA11AB, 2015-03-31, , , ",
    "ZA11AD, 2024-01-01, E01991002, E02991001, E12000001",
    "ZB121AA, 2024-01-01, E01997021, E02997020, E12000007",
    "ZW11AA, 2024-01-01, W01991011, W02991010, ",
    "ZS11AA, 2024-01-01, , , ",
    "ZJ11AA, 2024-01-01, , , ",
    "ZA19AA, 2010-01-01, , , ",
    "ZA19AA, 2024-06-30, E01991021, E02991010, "
  })
  void a_postcode_lies_in_the_census_areas_of_the_day(
      String postcode, LocalDate day, String lsoa, String msoa, String region) {
    assertThat(imported().areaOf(postcode, day))
        .extracting("lsoa", "msoa", "region")
        .containsExactly(lsoa, msoa, region);
  }

  @ParameterizedTest(name = "{0} on {1}: in use {2}")
  @CsvSource({
    "ZA11AB, 2015-03-31, false",
    "ZA11AB, 2015-04-01, true",
    "ZA11AD, 2010-12-31, true",
    "ZA11AD, 2011-01-01, false",
    "ZA19AA, 2024-06-30, true",
    "ZA19AA, 2024-07-01, false",
    "ZZ11ZZ, 2024-01-01, false"
  })
  void a_postcode_is_in_use_from_its_first_month_to_its_last(
      String postcode, LocalDate day, boolean live) {
    assertThat(imported().isPostcodeLive(postcode, day)).isEqualTo(live);
  }

  @ParameterizedTest(name = "{0} with the form {1}")
  @CsvSource({"NPT 8EP, NPT8EP", "GIR 0AA, GIR0AA", "EC1A 1BB, EC1A1BB"})
  void a_postcode_of_a_form_that_has_ended_is_imported(String listed, String compact)
      throws IOException {
    replace("onspd.csv", "ZA1 1AD", listed);

    assertThat(imported().knowsPostcode(compact)).isTrue();
  }

  @ParameterizedTest(name = "{0} on {1}: {2} of {3}")
  @CsvSource({
    "Z1A, 2024-01-01, PROVIDER, ",
    "Z9X, 2019-03-31, PROVIDER, ",
    "Z1A01, 2024-01-01, SITE, Z1A",
    "Z9X01, 2019-03-31, SITE, Z9X",
    "Z0Z1Z, 2023-06-01, SITE, Z1A",
    "ZN101, 2024-01-01, SITE, ZN1",
    "Z10001, 2013-03-31, PRACTICE, ",
    "Z10001, 2022-06-30, PRACTICE, ZG1",
    "Z10001, 2022-07-01, PRACTICE, ZB1",
    "Z10002, 2024-03-31, PRACTICE, ZB1",
    "Z10003, 2023-04-01, PRACTICE, ZB1",
    "ZG1, 2022-06-30, COMMISSIONER, "
  })
  void an_organisation_is_what_it_was_on_the_day(
      String code, LocalDate day, Role role, String parent) {
    Organisation found = imported().organisation(code, role).orElseThrow().on(day).orElseThrow();

    assertThat(found.role()).isEqualTo(role);
    assertThat(found.parent()).isEqualTo(parent);
  }

  @ParameterizedTest(name = "{0} is closed on {1}")
  @CsvSource({
    "Z9X, 2019-04-01",
    "Z9X01, 2019-04-01",
    "Z10002, 2024-04-01",
    "ZG1, 2022-07-01",
    "Z10003, 2023-03-31"
  })
  void an_organisation_is_open_on_its_last_day_and_no_longer(String code, LocalDate day) {
    assertThat(imported().organisation(code).orElseThrow().isLiveOn(day)).isFalse();
  }

  @Test
  void a_code_of_two_roles_is_known_in_both_each_with_its_days() throws IOException {
    String report = Files.readString(published.resolve("ets.csv"));
    String line = report.lines().filter(site -> site.contains("Z1A01")).findFirst().orElseThrow();
    Files.writeString(
        published.resolve("etr.csv"),
        line.replace("Z1A01", "Z9X01") + "\n",
        StandardOpenOption.APPEND);

    Reference reference = imported();
    LocalDate day = LocalDate.of(2024, 1, 1);
    assertThat(reference.organisation("Z9X01", Role.PROVIDER).orElseThrow().isLiveOn(day)).isTrue();
    assertThat(reference.organisation("Z9X01", Role.SITE).orElseThrow().isLiveOn(day)).isFalse();
    assertThat(
            reference
                .organisation("Z9X01", Role.SITE)
                .flatMap(site -> site.lastOn(day))
                .map(Organisation::parent))
        .contains("Z9X");
    assertThat(reference.organisation("Z9X01", Role.PRACTICE)).isEmpty();
  }

  @ParameterizedTest(name = "{0} on {1}: active {2}")
  @CsvSource({
    "40019999999106, 2004-03-31, false",
    "40019999999106, 2004-04-01, true",
    "40029999999104, 2023-12-31, true",
    "40029999999104, 2024-01-01, false",
    "40029999999104, 2025-04-01, true"
  })
  void a_snomed_code_is_active_while_it_is_a_member(String code, LocalDate day, boolean active) {
    assertThat(imported().snomed(code).orElseThrow().isLiveOn(day)).isEqualTo(active);
  }

  @ParameterizedTest(name = "in the order {0}, {1}")
  @CsvSource({"1, 0", "0, 1"})
  void a_member_that_another_replaces_on_the_same_day_goes_on(String first, String second)
      throws IOException {
    for (String active : List.of(first, second)) {
      append(
          "imaging_refset.txt",
          "0000000%s-0000-4000-8000-00000000000f\t20240601\t%s\t999000041000000102"
              .formatted("0".equals(active) ? "9" : "8", active),
          "999001111000000105\t40019999999106");
    }
    append(
        "imaging_refset.txt",
        "00000000-0000-4000-8000-000000000000\t20240601\t0\t999000041000000102",
        "999001111000000105\t40019999999106");

    var found = imported().snomed("40019999999106").orElseThrow();
    assertThat(found.isLiveOn(LocalDate.of(2024, 5, 31))).isTrue();
    assertThat(found.isLiveOn(LocalDate.of(2024, 6, 1))).isTrue();
    assertThat(found.isLiveOn(LocalDate.of(2026, 1, 1))).isTrue();
  }

  @Test
  void a_concept_stays_while_one_of_its_members_does() throws IOException {
    append(
        "imaging_refset.txt",
        "0000000a-0000-4000-8000-000000000000\t20230101\t1\t999000041000000102",
        "999001111000000105\t40029999999104");
    append(
        "imaging_refset.txt",
        "0000000a-0000-4000-8000-000000000000\t20240201\t0\t999000041000000102",
        "999001111000000105\t40029999999104");

    var found = imported().snomed("40029999999104").orElseThrow();
    assertThat(found.isLiveOn(LocalDate.of(2024, 1, 31))).isTrue();
    assertThat(found.isLiveOn(LocalDate.of(2024, 2, 1))).isFalse();
  }

  @Test
  void a_map_that_changes_its_target_maps_to_the_new_one_alone() throws IOException {
    append(
        "imaging_map.txt",
        "00000000-0000-4000-8000-000000000000\t20240601\t1\t999000041000000102",
        "999000111000000107\t40019999999106\tXZAD");

    Reference reference = imported();
    LocalDate day = LocalDate.of(2024, 6, 1);
    assertThat(reference.snomedOf("XZAD").orElseThrow().isLiveOn(day)).isTrue();
    assertThat(reference.snomedOf("XZAA").orElseThrow().isLiveOn(day)).isFalse();
  }

  @Test
  void members_of_other_sets_and_maps_to_other_lists_are_left_alone() {
    Reference reference = imported();

    assertThat(reference.snomedCodes())
        .containsExactlyInAnyOrder("40019999999106", "40029999999104", "40039999999102");
    assertThat(reference.snomedOf("Z12.3")).isEmpty();
    assertThat(reference.snomedOf("UZAC")).isPresent();
    assertThat(reference.snomedOf("XZAB").orElseThrow().isLiveOn(LocalDate.of(2024, 1, 1)))
        .isFalse();
  }

  @Test
  void a_value_counts_from_its_first_day() {
    Reference reference = imported();

    assertThat(reference.value(ValueList.SOURCE_SETTING, "08", LocalDate.of(2025, 3, 31)))
        .isEmpty();
    assertThat(reference.value(ValueList.SOURCE_SETTING, "08", LocalDate.of(2025, 4, 1)))
        .isPresent();
  }

  @Test
  void what_is_not_given_stays_as_it_was() {
    new ReferenceImport(versions, only(Role.PRACTICE, "epraccur.csv")).as("practices-only");

    Reference reference = versions.current();
    assertThat(reference.version()).isEqualTo("practices-only");
    assertThat(reference.organisation("Z10003", Role.PRACTICE)).isPresent();
    assertThat(reference.organisation("Z10004", Role.PRACTICE)).isEmpty();
    assertThat(reference.organisation("Z1A02", Role.SITE)).isPresent();
    assertThat(reference.postcodes()).isEqualTo(ReferenceFiles.sample().postcodes());
  }

  @Test
  void the_names_of_the_newer_directory_are_known_too() throws IOException {
    String directory = Files.readString(published.resolve("onspd.csv"));
    Files.writeString(
        published.resolve("onspd.csv"),
        "\uFEFF"
            + directory
                .replace("\"rgn\"", "\"rgn25cd\"")
                .replaceAll("\"(lsoa|msoa)(01|11|21)\"", "\"$1$2cd\""));

    assertThat(imported().areaOf("ZA11AB", LocalDate.of(2021, 3, 21)).lsoa())
        .isEqualTo("E01991021");
  }

  @ParameterizedTest(name = "{0} with {2} for {1}")
  @CsvSource({
    "onspd.csv, dointr, started, onspd.csv has no column dointr",
    "onspd.csv, lsoa, area, onspd.csv has no column lsoa11 or lsoa11cd",
    "onspd.csv, 201012, 201013, 'onspd.csv, line 4: doterm is ''201013'', which is no month'",
    "onspd.csv, 201012, 197912, 'onspd.csv, line 4: doterm lies before dointr'",
    "onspd.csv, ZS1 1AA, ZS1, 'onspd.csv, line 7: pcds is ''ZS1'', which is no postcode'",
    "etr.csv, 20190331, 31/03/2019, 'etr.csv, line 2: the closing day is ''31/03/2019'''",
    "etr.csv, 20190331, 20000101, 'etr.csv, line 2: the closing day lies before the opening day'",
    "epcmem.csv, ZG1, '', 'epcmem.csv, line 1: the parent''s code is empty'",
    "nicip.csv, UZAC, UZACDEF, 'nicip.csv, line 4: code is ''UZACDEF'', which has the wrong form'",
    "nicip.csv, 2024-01-01, 2024-02-30, 'nicip.csv, line 3: inactive_from is ''2024-02-30'''",
    "imaging_refset.txt, 40039999999102, 40039999999103, 'imaging_refset.txt, line 6: referenced'",
    "imaging_refset.txt, 999001111000000105, 1, 'imaging_refset.txt has no member of the refer'",
    "imaging_map.txt, mapTarget, map, imaging_map.txt has no column mapTarget",
    "value_lists.csv, group, groups, value_lists.csv has no column group",
    "clinical_groups.csv, 602, sixty, 'clinical_groups.csv, line 3: component_id is ''sixty'''"
  })
  void a_file_that_is_not_as_published_changes_nothing(
      String file, String right, String wrong, String sentence) throws IOException {
    Path damaged = published.resolve(file);
    String content = Files.readString(damaged);
    assertThat(content).contains(right);
    Files.writeString(damaged, content.replace(right, wrong));

    assertThatThrownBy(this::imported)
        .isInstanceOf(InvalidSubmissionException.class)
        .hasMessageStartingWith(sentence)
        .hasMessageEndingWith("Nothing was imported.");
    assertThat(versions.names()).isEmpty();
    assertThat(versions.currentName()).isEmpty();
    assertThat(home.resolve("reference").resolve(".making")).doesNotExist();
  }

  @Test
  void an_empty_file_and_a_missing_one_are_told() throws IOException {
    Files.writeString(published.resolve("nicip.csv"), "");
    assertThatThrownBy(this::imported).hasMessage("nicip.csv is empty. Nothing was imported.");

    Files.delete(published.resolve("nicip.csv"));
    assertThatThrownBy(this::imported).hasMessageStartingWith("There is no file nicip.csv");
  }

  @Test
  void a_version_is_never_made_twice_and_an_older_one_can_be_gone_back_to() {
    imported();

    assertThatThrownBy(() -> new ReferenceImport(versions, sources).as("first"))
        .hasMessage("There is a reference first already. Versions are kept: choose another name.");
    assertThatThrownBy(() -> new ReferenceImport(versions, sources).as("../first"))
        .hasMessageContaining("up to 50 letters");
    new ReferenceImport(versions, only(Role.PROVIDER, "etr.csv")).as("second");
    assertThat(versions.names()).containsExactly("first", "second");

    versions.use("first");
    assertThat(versions.current().version()).isEqualTo("first");
    versions.use(ReferenceVersions.sampleName());
    assertThat(versions.current().sha256()).isEqualTo(ReferenceFiles.sample().sha256());
    assertThatThrownBy(() -> versions.use("third")).hasMessageContaining("There is no reference");
  }

  @Test
  void what_a_killed_import_left_is_swept_by_the_next() throws IOException {
    Path left = Files.createDirectories(home.resolve("reference").resolve(".making"));
    Files.writeString(left.resolve("postcode.csv"), "half", StandardCharsets.UTF_8);

    assertThat(imported().version()).isEqualTo("first");

    try (Stream<Path> files = Files.list(home.resolve("reference"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("first", "current", "lock");
    }
  }

  private void append(String file, String beginning, String end) throws IOException {
    Files.writeString(
        published.resolve(file), beginning + "\t" + end + "\n", StandardOpenOption.APPEND);
  }

  private void replace(String file, String right, String other) throws IOException {
    Path changed = published.resolve(file);
    Files.writeString(changed, Files.readString(changed).replace(right, other));
  }

  private Reference imported() {
    new ReferenceImport(versions, sources).as("first");
    return versions.current();
  }

  private ReferenceSources only(Role role, String file) {
    return new ReferenceSources(
        Optional.empty(),
        Map.of(role, List.of(published.resolve(file))),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        ReferenceSources.IMAGING_REFSET,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
