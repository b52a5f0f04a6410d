package org.didaccess.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.didaccess.source.synthetic.FaultySynthesis;
import org.didaccess.source.synthetic.SynthesisPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings by row over the interface, and what may be said about a file. */
class FindingsIT {
  private static final SynthesisPlan PLAN =
      new SynthesisPlan(600, 1, YearMonth.of(2024, 4), 79, "Z2H");
  private static final String ABOUT = "?submitter=Z2H&receivedOn=2024-05-20";

  @TempDir private Path folder;

  private final Caller manager = Who.DATA_MANAGER.caller();

  @BeforeEach
  void make() throws IOException {
    new FaultySynthesis(PLAN, 20, ReferenceFiles.sample(), Runnable::run)
        .writeTo(folder, done -> {});
  }

  @Test
  void a_check_gives_every_finding_by_row_to_who_asks_for_csv() throws IOException {
    Answer counts = send("/submissions/checks" + ABOUT, "*/*", "");
    assertThat(counts.object().getInt("rows")).isEqualTo(600);

    Answer findings = send("/submissions/checks" + ABOUT, "text/csv", "");

    assertThat(findings.status()).as("%s", findings).isEqualTo(200);
    assertThat(findings.type()).startsWith("text/csv");
    assertThat(findings.body()).isEqualTo(expected(""));
    assertThat(send("/submissions/checks" + ABOUT, "text/csv", "file-rejected").body())
        .isEqualTo(expected("file-rejected"));
  }

  @Test
  void a_load_gives_them_too_and_says_where_the_submission_is() throws IOException {
    Answer findings = send("/submissions" + ABOUT, "text/csv;q=0.9, application/json;q=0.1", "");

    assertThat(findings.status()).as("%s", findings).isEqualTo(200);
    assertThat(findings.body()).isEqualTo(expected(""));
    String address = findings.location().replaceFirst(".*/api", "");
    assertThat(manager.get(address).object().getJsonObject("submission").getInt("rows"))
        .isEqualTo(600);
    Answer again = send("/submissions" + ABOUT, "application/json", "");
    assertThat(again.object().getJsonObject("stored").getBoolean("alreadyLoaded")).isTrue();
    assertThat(again.location()).isEqualTo(findings.location());
  }

  @Test
  void a_rejected_load_is_a_problem_whatever_was_asked_for() throws IOException {
    Answer refused = send("/submissions" + ABOUT, "text/csv", "file-rejected");

    assertThat(refused.status()).as("%s", refused).isEqualTo(422);
    assertThat(refused.detail()).contains("Nothing was stored. Record 20: A row has 17 columns");
  }

  @Test
  void a_receipt_or_a_month_ahead_is_refused() throws IOException {
    LocalDate tomorrow = LocalDate.now(ZoneId.of("Europe/London")).plusDays(1);
    for (String path : new String[] {"/submissions", "/submissions/checks"}) {
      Answer ahead = send(path + "?submitter=Z2H&receivedOn=" + tomorrow, "*/*", "");
      assertThat(ahead.status()).as("%s", ahead).isEqualTo(422);
      assertThat(ahead.detail()).contains("today at the latest");
      Answer month = send(path + ABOUT + "&month=2024-06", "*/*", "");
      assertThat(month.status()).as("%s", month).isEqualTo(422);
      assertThat(month.detail()).contains("of its receipt at the latest");
    }
  }

  private Answer send(String address, String accepted, String part) throws IOException {
    byte[] file = Files.readAllBytes(folder.resolve(part).resolve(PLAN.fileName(0)));
    return manager.send(Call.of("POST", address).with("text/csv", file).header("Accept", accepted));
  }

  private String expected(String part) throws IOException {
    return Files.readString(folder.resolve("expected").resolve(part).resolve(PLAN.fileName(0)));
  }
}
