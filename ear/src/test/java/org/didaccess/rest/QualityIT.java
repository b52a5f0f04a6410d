package org.didaccess.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.didaccess.source.synthetic.FaultySynthesis;
import org.didaccess.source.synthetic.SynthesisPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month with planted faults, loaded and reported on over the interface. */
class QualityIT {
  private static final SynthesisPlan PLAN =
      new SynthesisPlan(600, 1, YearMonth.of(2024, 4), 77, "Z1A");
  private static final int FAULTS_IN_100 = 20;

  @TempDir private Path folder;

  private final Caller manager = Who.DATA_MANAGER.caller();
  private long submission;

  @BeforeEach
  void load() throws IOException {
    new FaultySynthesis(PLAN, FAULTS_IN_100, ReferenceFiles.sample(), ForkJoinPool.commonPool())
        .writeTo(folder, done -> {});
    Answer receipt =
        manager.send(
            Call.of(
                    "POST",
                    "/submissions?submitter=Z1A&receivedOn=%s&month=%s"
                        .formatted(
                            PLAN.metadata(0).receivedOn(), PLAN.metadata(0).reportingMonth()))
                .with("text/csv", Files.readAllBytes(folder.resolve(PLAN.fileName(0)))));
    assertThat(receipt.status()).as("%s", receipt).isEqualTo(200);
    submission = receipt.object().getJsonObject("stored").getJsonNumber("id").longValue();
  }

  @Test
  void a_report_counts_exactly_what_was_planted() throws IOException {
    JsonObject report = manager.get("/quality/submissions/" + submission).object();
    Map<String, Long> found = new TreeMap<>();
    for (JsonObject rule : report.getJsonArray("rules").getValuesAs(JsonObject.class)) {
      found.put(rule.getString("rule"), rule.getJsonNumber("count").longValue());
    }
    assertThat(found).hasSizeGreaterThan(20).isEqualTo(planted());
  }

  /** The findings that the faults were planted for, counted by rule. */
  private Map<String, Long> planted() throws IOException {
    Path expected = folder.resolve("expected").resolve(PLAN.fileName(0));
    try (Stream<String> lines = Files.lines(expected)) {
      return lines
          .skip(1)
          .map(line -> line.replaceFirst("^[^,]*,([^,]*),.*$", "$1"))
          .collect(Collectors.groupingBy(rule -> rule, TreeMap::new, Collectors.counting()));
    }
  }

  @Test
  void the_same_counts_stand_in_the_tables() {
    JsonObject report = manager.get("/quality/submissions/" + submission).object();
    Answer table = manager.get("/quality/submissions/" + submission + "/csv");
    assertThat(table.type()).startsWith("text/csv");
    List<String> lines = table.body().lines().toList();
    assertThat(lines)
        .hasSize(1 + report.getJsonArray("rules").size() + 2 * report.getJsonArray("items").size());
    for (JsonObject rule : report.getJsonArray("rules").getValuesAs(JsonObject.class)) {
      assertThat(table.body())
          .contains(
              ",rule,%s,%s,%d,600"
                  .formatted(
                      rule.getString("rule"), rule.getString("severity"), rule.getInt("count")));
    }
  }

  @Test
  void the_provider_and_the_month_know_of_it() {
    String month = PLAN.metadata(0).reportingMonth().toString();
    JsonObject provider =
        manager.get("/quality/submitters/Z1A?from=%1$s&to=%1$s".formatted(month)).object();
    JsonObject only = provider.getJsonArray("months").getJsonObject(0);
    assertThat(only.getString("punctuality")).isEqualTo("IN_TIME");
    assertThat(only.getJsonObject("brought").getInt("rows")).isEqualTo(600);
    // Others of this product's submissions may have corrected some.
    int counting = only.getJsonObject("records").getInt("rows");
    assertThat(counting).isBetween(300, 600);
    assertThat(manager.get("/quality/months/" + month + "/csv").body())
        .contains(month + ",Z1A,")
        .contains(",IN_TIME," + counting + ",");
    assertThat(manager.get("/quality/submitters/Z1A/csv?from=%1$s&to=%1$s".formatted(month)).body())
        .contains("Z1A," + month + ",");
  }

  @Test
  void months_that_make_no_sense_are_refused_in_words() {
    Answer backwards = manager.get("/quality/submitters/Z1A?from=2024-05&to=2024-04");
    assertThat(backwards.status()).isEqualTo(422);
    assertThat(backwards.detail()).contains("not after the last");
    Answer unreadable = manager.get("/quality/submitters/Z1A?from=May");
    assertThat(unreadable.status()).isEqualTo(422);
    assertThat(unreadable.detail()).contains("yyyy-MM");
    assertThat(manager.get("/quality/months/May").status()).isEqualTo(404);
    assertThat(manager.get("/quality/submissions/1").status()).isEqualTo(404);
  }
}
