package org.didaccess.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Making and checking submissions at the command line, without server or database. */
class SubmissionCommandsIT {

  private static final String NAME = "did-2024-04-Z1A-received-2024-05-20.csv";

  @TempDir private Path folder;

  @Test
  void a_clean_month_is_accepted_with_exit_code_0() {
    assertThat(synth()).isEqualTo(ExitCode.OK);

    TypedCommand answer = run("check", file(NAME), "--json");

    assertThat(answer.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(answer.json().getInt("rows")).isEqualTo(2_000);
    assertThat(answer.json().getInt("accepted")).isEqualTo(2_000);
    assertThat(answer.json().getJsonObject("findings")).isEmpty();
    assertThat(answer.json().getString("reference")).isNotBlank();
    assertThat(answer.json().containsKey("reason")).isFalse();
  }

  @Test
  void planted_faults_are_found_to_the_row_with_exit_code_1() {
    assertThat(synth("--faults", "5")).isEqualTo(ExitCode.OK);

    TypedCommand answer = run("check", file(NAME), "--json", "--findings", file("found.csv"));

    assertThat(answer.exitCode()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(answer.json().getInt("rejected")).isPositive();
    assertThat(answer.json().getInt("warnings")).isPositive();
    assertThat(folder.resolve("found.csv"))
        .hasSameTextualContentAs(folder.resolve("expected").resolve(NAME));
  }

  @Test
  void a_file_that_is_rejected_as_a_whole_ends_with_exit_code_2() {
    assertThat(synth("--faults", "5")).isEqualTo(ExitCode.OK);

    TypedCommand answer = run("check", file("file-rejected/" + NAME), "--json");

    assertThat(answer.exitCode()).isEqualTo(ExitCode.UNKNOWN);
    assertThat(answer.json().getJsonObject("findings").getInt("DIDS075")).isEqualTo(1);
    assertThat(answer.json().getString("reason")).startsWith("Record 20: A row has 17 columns");
    assertThat(run("check", file("file-rejected/" + NAME)).printed())
        .contains("Record 20: A row has 17 columns");
  }

  @Test
  void who_sent_a_file_and_when_is_asked_where_its_name_does_not_say() throws IOException {
    assertThat(synth()).isEqualTo(ExitCode.OK);
    Files.move(folder.resolve(NAME), folder.resolve("month.csv"));

    assertThat(run("check", file("month.csv")).exitCode()).isEqualTo(ExitCode.UNKNOWN);
    assertThat(
            run("check", file("month.csv"), "--submitter", "Z1A", "--received", "2024-05-20")
                .exitCode())
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void the_age_of_a_test_counts_from_the_receipt_whatever_the_month() {
    assertThat(synth()).isEqualTo(ExitCode.OK);

    TypedCommand later =
        run("check", file(NAME), "--json", "--received", "2024-12-20", "--month", "2024-05");

    assertThat(later.exitCode()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(later.json().getJsonObject("findings").getInt("DIDS055")).isEqualTo(2_000);
  }

  @Test
  void a_list_of_invented_objectors_is_made_on_request() throws IOException {
    assertThat(synth("--objections", "10")).isEqualTo(ExitCode.OK);

    List<String> numbers = Files.readAllLines(folder.resolve("objections.csv"));

    assertThat(numbers.get(0)).isEqualTo("NHS_NUMBER");
    assertThat(numbers.size()).isBetween(80, 170);
    assertThat(numbers.stream().skip(1)).allMatch(number -> number.matches("999\\d{7}"));
    assertThat(synth("--objections", "101")).isNotEqualTo(ExitCode.OK);
  }

  @Test
  void what_cannot_be_made_is_wrong_usage_before_anything_is_written() {
    refusesToMake("between 0 and 100", "--objections", "500");
    refusesToMake("at least one row a month", "--rows", "0");
    refusesToMake("at most 50 per cent", "--faults", "90");
    refusesToMake("must be an ODS code", "--submitter", "z");
    refusesToMake("the newest whose file has come", "--month-start", "9999-12");
    refusesToMake("the newest whose file has come", "--months", "1000");
    refusesToMake("from 1900-01", "--month-start", "-0001-01");
  }

  private void refusesToMake(String words, String option, String value) {
    String[] rows = "--rows".equals(option) ? new String[0] : new String[] {"--rows", "2000"};
    List<String> arguments = new ArrayList<>(List.of("synth", "--out", file("none")));
    arguments.addAll(List.of(rows));
    arguments.addAll(List.of(option, value));
    refuses(words, arguments.toArray(String[]::new));
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void an_export_or_checkpoint_that_cannot_be_read_is_told_in_words() throws IOException {
    Path export = Files.writeString(folder.resolve("export.jsonl"), "");

    for (String[] arguments :
        List.of(
            new String[] {"verify-audit", folder.toString()},
            new String[] {"verify-audit", export.toString(), "--checkpoint", folder.toString()},
            new String[] {"verify-audit", file("none")})) {
      TypedCommand answer = run(arguments);
      assertThat(answer.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(answer.told()).contains("cannot be read").doesNotContain("\tat ");
    }
  }

  @Test
  void a_folder_in_the_place_of_a_submission_is_told_in_words() {
    TypedCommand answer =
        run("check", folder.toString(), "--submitter", "Z1A", "--received", "2024-05-20");
    assertThat(answer.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(answer.told()).contains("cannot be read: it is a folder").doesNotContain("\tat ");
  }

  @Test
  void a_list_drawn_for_a_day_ahead_is_wrong_usage() {
    assertThat(run("objections", file("any.csv"), "--as-of", "2999-01-01").exitCode())
        .isEqualTo(ExitCode.UNKNOWN);
  }

  @Test
  void findings_never_take_the_place_of_the_submission_under_whatever_name() throws IOException {
    assertThat(synth()).isEqualTo(ExitCode.OK);
    byte[] submission = Files.readAllBytes(folder.resolve(NAME));
    Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve(NAME));
    Files.createLink(folder.resolve("twin.csv"), folder.resolve(NAME));

    for (String same : List.of(NAME, "./" + NAME, "link.csv", "twin.csv")) {
      for (String command : List.of("check", "load")) {
        TypedCommand answer = run(command, file(NAME), "--findings", file(same));
        assertThat(answer.exitCode()).as(same).isEqualTo(ExitCode.UNKNOWN);
        assertThat(answer.told()).contains("name another file than").doesNotContain("\tat ");
        assertThat(folder.resolve(NAME)).hasBinaryContent(submission);
      }
    }
  }

  @Test
  void findings_take_their_place_when_they_are_whole_and_leave_nothing_beside() throws IOException {
    assertThat(synth("--faults", "5")).isEqualTo(ExitCode.OK);
    Path found = Files.writeString(folder.resolve("found.csv"), "before");
    Path broken = folder.resolve("broken.csv");

    assertThat(run("check", broken.toString(), "--findings", found.toString()).exitCode())
        .isEqualTo(ExitCode.UNKNOWN);
    assertThat(found).hasContent("before");
    assertThat(run("check", file(NAME), "--findings", found.toString()).exitCode())
        .isEqualTo(ExitCode.NEGATIVE);

    assertThat(found).hasSameTextualContentAs(folder.resolve("expected").resolve(NAME));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(found)))
        .isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
    }
  }

  @Test
  void what_is_no_day_or_no_place_for_findings_is_wrong_usage_told_in_words() throws IOException {
    assertThat(synth()).isEqualTo(ExitCode.OK);
    Path misnamed = folder.resolve("did-2024-04-Z1A-received-2024-13-99.csv");
    Files.copy(folder.resolve(NAME), misnamed);

    refuses("There is no folder", "check", file(NAME), "--findings", file("none/found.csv"));
    refuses("is a folder", "check", file(NAME), "--findings", folder.toString());
    refuses("2024-13-99, which is no day", "check", misnamed.toString());
    refuses("'2024-02-30' is no day", "check", file(NAME), "--received", "2024-02-30");
    refuses("'2024-13' is no month", "check", file(NAME), "--month", "2024-13");
    assertThat(
            run("check", misnamed.toString(), "--submitter", "Z1A", "--received", "2024-05-20")
                .exitCode())
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void rules_that_there_are_too_few_rows_for_are_named() {
    TypedCommand few = run("synth", "--rows", "100", "--faults", "5", "--out", file("few"));

    assertThat(few.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(few.told()).contains("Not planted: DIDS071; ask for more rows");
  }

  @Test
  void wrong_usage_of_verify_ends_as_that_of_every_command() {
    assertThat(run("verify").exitCode()).isEqualTo(ExitCode.UNKNOWN);
    assertThat(run("verify", "--nothing", file(NAME)).exitCode()).isEqualTo(ExitCode.UNKNOWN);
  }

  @Test
  void a_receipt_or_a_month_ahead_is_wrong_usage() {
    assertThat(synth()).isEqualTo(ExitCode.OK);

    for (String command : List.of("check", "load")) {
      refuses("today at the latest", command, file(NAME), "--received", "2999-01-01");
      refuses("of its receipt at the latest", command, file(NAME), "--month", "2024-06");
    }
    refuses(
        "today at the latest", "check", file(NAME), "--received", tomorrow(), "--month", "2024-05");
  }

  private static String tomorrow() {
    return LocalDate.now(ZoneId.of("Europe/London")).plusDays(1).toString();
  }

  private void refuses(String words, String... arguments) {
    TypedCommand answer = run(arguments);
    assertThat(answer.exitCode()).as(words).isEqualTo(ExitCode.UNKNOWN);
    assertThat(answer.told()).contains(words).doesNotContain("\tat ", "java.", "Exception");
  }

  private int synth(String... more) {
    String[] arguments = {"synth", "--rows", "2000", "--out", folder.toString()};
    String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return run(all).exitCode();
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private TypedCommand run(String... arguments) {
    return TypedCommand.in(folder, arguments);
  }
}
