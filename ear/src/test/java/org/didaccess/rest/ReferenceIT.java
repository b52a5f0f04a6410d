package org.didaccess.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.didaccess.harness.RunningProduct;
import org.didaccess.harness.Zipped;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.didaccess.source.infrastructure.ReferenceVersions;
import org.didaccess.source.infrastructure.national.PublishedSample;
import org.didaccess.source.infrastructure.national.ReferenceImport;
import org.didaccess.source.synthetic.Synthesis;
import org.didaccess.source.synthetic.SynthesisPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running server takes references, and checks the next file against the one that counts. */
class ReferenceIT {

  private final ReferenceVersions versions =
      new ReferenceVersions(RunningProduct.shared().home().folder());
  private final Caller manager = Who.DATA_MANAGER.caller();

  @TempDir private Path folder;

  @AfterEach
  void go_back_to_the_sample() {
    versions.use(ReferenceVersions.sampleName());
  }

  @Test
  void the_next_check_reads_the_new_version() throws IOException {
    Answer before = checked();
    assertThat(before.object().getString("referenceVersion"))
        .isEqualTo(ReferenceVersions.sampleName());
    assertThat(before.object().getJsonObject("findings").keySet()).doesNotContain("DIDS016");

    new ReferenceImport(versions, PublishedSample.copyTo(folder)).as("published");

    Answer after = checked();
    assertThat(after.object().getString("referenceVersion")).isEqualTo("published");
    assertThat(after.object().getJsonObject("findings").keySet()).contains("DIDS016");
  }

  @Test
  void a_version_is_made_of_an_archive_and_another_one_chosen() throws IOException {
    PublishedSample.copyTo(folder);
    String name = "by-rest-" + System.nanoTime();

    Answer made = sent("POST", "/references/" + name, Zipped.folder(folder));

    assertThat(made.status()).as("%s", made).isEqualTo(200);
    assertThat(made.object().getJsonArray("lists")).hasSize(8);
    assertThat(counting()).isEqualTo(name);
    assertThat(trail(name)).contains("imported");
    Answer chosen =
        manager.send(
            Call.of("PUT", "/references/current").json(named(ReferenceVersions.sampleName())));
    assertThat(chosen.status()).as("%s", chosen).isEqualTo(200);
    assertThat(counting()).isEqualTo(ReferenceVersions.sampleName());
    assertThat(versions.names()).contains(name);
  }

  @Test
  void what_cannot_be_imported_is_told_and_leaves_nothing() throws IOException {
    PublishedSample.copyTo(folder);
    byte[] whole = Zipped.folder(folder);
    List<String> before = versions.names();

    assertThat(sent("POST", "/references/current", whole).toString()).contains("taken by the");
    assertThat(sent("POST", "/references/a%20b", whole).toString()).contains("50 letters");
    assertThat(sent("POST", "/references/broken", "no zip".getBytes(StandardCharsets.US_ASCII)))
        .satisfies(answer -> assertThat(answer.status()).isBetween(400, 499))
        .satisfies(answer -> assertThat(answer.detail()).contains("no zip archive"));
    Answer none = manager.send(Call.of("PUT", "/references/current").json(named("not-there")));
    assertThat(none.detail()).contains("There is no reference not-there.");

    assertThat(versions.names()).isEqualTo(before);
    assertThat(counting()).isEqualTo(ReferenceVersions.sampleName());
  }

  private String counting() {
    return manager.get("/references").array().getValuesAs(JsonObject.class).stream()
        .filter(version -> version.getBoolean("counts"))
        .map(version -> version.getString("name"))
        .findFirst()
        .orElseThrow();
  }

  private Answer sent(String method, String path, byte[] archive) {
    return manager.send(Call.of(method, path).with("application/zip", archive));
  }

  private static String named(String name) {
    return Json.createObjectBuilder().add("name", name).build().toString();
  }

  private static String trail(String name) {
    return Who.AUDITOR.caller().get("/audit?kind=reference&id=" + name).body();
  }

  private Answer checked() throws IOException {
    return manager.send(
        Call.of("POST", "/submissions/checks?submitter=Z1A&receivedOn=2024-05-20")
            .with("text/csv", file()));
  }

  private static byte[] file() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    new Synthesis(
            new SynthesisPlan(50, 1, YearMonth.of(2024, 4), 79, "Z1A"),
            ReferenceFiles.sample(),
            ForkJoinPool.commonPool())
        .write(0, file, done -> {});
    assertThat(file.toString(StandardCharsets.UTF_8)).isNotEmpty();
    return file.toByteArray();
  }
}
