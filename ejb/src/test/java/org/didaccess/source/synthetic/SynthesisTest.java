package org.didaccess.source.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Predicate;
import org.didaccess.source.CheckReport;
import org.didaccess.source.CheckReport.Outcome;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.didaccess.source.infrastructure.SubmissionEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthesisTest {

  private static final YearMonth START = YearMonth.of(2024, 1);

  @TempDir private Path folder;

  @Test
  void the_newest_month_that_came_is_the_last_one_from_the_20th_on() {
    assertThat(SynthesisPlan.newestReceivedBy(LocalDate.of(2026, 3, 19)))
        .isEqualTo(YearMonth.of(2026, 1));
    assertThat(SynthesisPlan.newestReceivedBy(LocalDate.of(2026, 3, 20)))
        .isEqualTo(YearMonth.of(2026, 2));
  }

  @Test
  void the_same_seed_gives_the_same_bytes_with_any_number_of_threads() throws IOException {
    List<Path> one = make("one", 42);
    List<Path> many =
        new Synthesis(plan(42), ReferenceFiles.sample(), ForkJoinPool.commonPool())
            .writeTo(folder.resolve("many"), rows -> {});

    for (int month = 0; month < 2; month++) {
      assertThat(many.get(month)).hasSameBinaryContentAs(one.get(month));
    }
  }

  @Test
  void another_seed_gives_other_rows() throws IOException {
    assertThat(Files.readString(make("a", 1).get(0)))
        .isNotEqualTo(Files.readString(make("b", 2).get(0)));
  }

  @Test
  void every_month_passes_every_check_without_a_warning() throws IOException {
    SubmissionEngine engine = new SubmissionEngine(ReferenceFiles.sample(), Runnable::run);
    for (Path file : make("clean", 3)) {
      try (var in = Files.newInputStream(file)) {
        CheckReport report =
            engine.check(
                in,
                FileName.metadata(file.getFileName().toString()).orElseThrow(),
                OutputStream.nullOutputStream());
        assertThat(report.findings()).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(report.rows()).isEqualTo(12_500);
      }
    }
  }

  @Test
  void shares_and_relations_are_as_in_life() throws IOException {
    List<String[]> rows =
        Files.readAllLines(make("shares", 9).get(0)).stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .toList();

    assertThat(share(rows, row -> row[13].startsWith("X"))).isCloseTo(0.45, within(0.03));
    assertThat(rows)
        .filteredOn(row -> row[7].equals("04") && !row[8].isEmpty())
        .allSatisfy(row -> assertThat(row[8]).matches("G\\d{7}|N9999998"));
    assertThat(rows).allSatisfy(row -> assertThat(row[0]).matches("|999\\d{7}"));
    assertThat(averageBirthYear(rows, "C")).isLessThan(averageBirthYear(rows, "X"));
  }

  private static double averageBirthYear(List<String[]> rows, String letter) {
    return rows.stream()
        .filter(row -> row[13].startsWith(letter))
        .mapToInt(row -> Integer.parseInt(row[2].substring(0, 4)))
        .average()
        .orElseThrow();
  }

  private static double share(List<String[]> rows, Predicate<String[]> condition) {
    return rows.stream().filter(condition).count() / (double) rows.size();
  }

  private List<Path> make(String name, long seed) throws IOException {
    return new Synthesis(plan(seed), ReferenceFiles.sample(), Runnable::run)
        .writeTo(folder.resolve(name), rows -> {});
  }

  private static SynthesisPlan plan(long seed) {
    return new SynthesisPlan(25_000, 2, START, seed, "Z1A");
  }
}
