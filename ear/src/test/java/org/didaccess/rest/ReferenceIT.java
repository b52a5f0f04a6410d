package org.didaccess.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.concurrent.ForkJoinPool;
import org.didaccess.harness.RunningProduct;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.didaccess.source.infrastructure.ReferenceVersions;
import org.didaccess.source.infrastructure.national.PublishedSample;
import org.didaccess.source.infrastructure.national.ReferenceImport;
import org.didaccess.source.synthetic.Synthesis;
import org.didaccess.source.synthetic.SynthesisPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running server checks the next file against the reference that was just imported. */
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
