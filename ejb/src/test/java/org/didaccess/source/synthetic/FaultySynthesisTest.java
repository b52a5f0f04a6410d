package org.didaccess.source.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import org.didaccess.db.rehearsal.Campaign;
import org.didaccess.source.CheckReport;
import org.didaccess.source.CheckReport.Outcome;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.domain.Rule;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.didaccess.source.infrastructure.RuleFile;
import org.didaccess.source.infrastructure.SubmissionEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultySynthesisTest {

  private static final YearMonth START = YearMonth.of(2024, 4);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 5, 50})
  void a_check_finds_exactly_what_was_planted_to_the_row(double percent) throws IOException {
    List<Path> files = make("planted", 11, percent);

    assertThat(files).hasSize(3);
    for (Path file : files) {
      Path found = folder.resolve("found.csv");
      check(file, found);
      assertThat(found).hasSameTextualContentAs(expected(file), StandardCharsets.UTF_8);
    }
  }

  @Test
  void every_rule_is_planted() throws IOException {
    List<Path> files = make("all", 12, 5);

    Set<String> planted = planted(expected(files.get(0)));
    assertThat(planted).containsAll(planted(expected(files.get(1))));
    planted.addAll(planted(expected(files.get(2))));
    assertThat(planted)
        .isEqualTo(RuleFile.rules().stream().map(Rule::id).collect(Collectors.toSet()));
  }

  @Test
  void a_fault_of_the_file_rejects_all_of_it() throws IOException {
    Path file = make("rejected", 13, 1).get(2);

    CheckReport report = check(file, folder.resolve("found.csv"));

    assertThat(report.outcome()).isEqualTo(Outcome.FILE_REJECTED);
  }

  @Test
  void the_same_seed_gives_the_same_faults_and_leaves_the_other_records_as_they_are()
      throws IOException {
    List<Path> one = make("one", 14, 2);
    List<Path> again = make("again", 14, 2);
    Path clean =
        new Synthesis(plan(14), ReferenceFiles.sample(), Runnable::run)
            .writeTo(folder.resolve("clean"), rows -> {})
            .get(0);

    for (int file = 0; file < one.size(); file++) {
      assertThat(again.get(file)).hasSameBinaryContentAs(one.get(file));
      assertThat(expected(again.get(file))).hasSameBinaryContentAs(expected(one.get(file)));
    }
    Set<String> untouched = Set.copyOf(Files.readAllLines(clean));
    long changed =
        Files.readAllLines(one.get(0)).stream().filter(line -> !untouched.contains(line)).count();
    assertThat(changed).isEqualTo(plan(14).rowsOf(0) * 2 / 100);
  }

  @Test
  void a_rule_that_the_reference_has_no_code_for_is_named() {
    SynthesisPlan later = new SynthesisPlan(1_000, 1, YearMonth.of(2026, 1), 1, "Z1A");

    assertThat(new FaultySynthesis(later, 5, ReferenceFiles.sample(), Runnable::run).unplanted())
        .containsExactly("DIDS077", "DIDS078");
    assertThat(new FaultySynthesis(plan(1), 5, ReferenceFiles.sample(), Runnable::run).unplanted())
        .isEmpty();
  }

  @Test
  void a_rule_that_there_are_too_few_rows_for_is_named() throws IOException {
    SynthesisPlan few = new SynthesisPlan(500, 2, START, 15, "Z1A");
    FaultySynthesis synthesis = new FaultySynthesis(few, 5, ReferenceFiles.sample(), Runnable::run);

    List<Path> files = synthesis.writeTo(folder.resolve("few"), rows -> {});

    Set<String> planted = planted(expected(files.get(0)));
    planted.addAll(planted(expected(files.get(1))));
    planted.addAll(planted(expected(files.get(2))));
    assertThat(planted).isNotEmpty().doesNotContainAnyElementsOf(synthesis.crowdedOut());
    planted.addAll(synthesis.crowdedOut());
    assertThat(planted)
        .isEqualTo(RuleFile.rules().stream().map(Rule::id).collect(Collectors.toSet()));
    assertThat(new FaultySynthesis(plan(1), 5, ReferenceFiles.sample(), Runnable::run).crowdedOut())
        .isEmpty();
  }

  @Test
  void more_than_every_second_record_cannot_be_damaged() {
    for (double percent : new double[] {0, -1, 50.5, 100}) {
      assertThatThrownBy(
              () -> new FaultySynthesis(plan(1), percent, ReferenceFiles.sample(), Runnable::run))
          .isInstanceOf(InvalidSubmissionException.class)
          .hasMessageContaining("at most 50 per cent");
    }
  }

  private static CheckReport check(Path file, Path findings) throws IOException {
    try (var in = Files.newInputStream(file);
        var out = new BufferedOutputStream(Files.newOutputStream(findings))) {
      return new SubmissionEngine(ReferenceFiles.sample(), ForkJoinPool.commonPool())
          .check(in, FileName.metadata(file.getFileName().toString()).orElseThrow(), out);
    }
  }

  private List<Path> make(String name, long seed, double percent) throws IOException {
    return new FaultySynthesis(
            plan(seed), percent, ReferenceFiles.sample(), ForkJoinPool.commonPool())
        .writeTo(folder.resolve(name), rows -> {});
  }

  private static SynthesisPlan plan(long seed) {
    return new SynthesisPlan(Campaign.of(40_000, 2_000_000), 2, START, seed, "Z1A");
  }

  /** The findings that belong to a file. */
  private Path expected(Path file) {
    Path month = file.getParent();
    return month.endsWith("file-rejected")
        ? month.getParent().resolve("expected/file-rejected").resolve(file.getFileName())
        : month.resolve("expected").resolve(file.getFileName());
  }

  private static Set<String> planted(Path findings) throws IOException {
    return Files.readAllLines(findings).stream()
        .skip(1)
        .map(line -> line.split(",", -1)[1])
        .collect(Collectors.toSet());
  }
}
