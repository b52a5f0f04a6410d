package org.didaccess.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import org.didaccess.harness.Deadline;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.didaccess.source.synthetic.Synthesis;
import org.didaccess.source.synthetic.SynthesisPlan;
import org.junit.jupiter.api.Test;

/** A load over the interface is watched by its sender, and called off. */
class UploadIT {
  private static final int ROWS = 200_000;

  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
  private final Caller sender = Who.DATA_MANAGER.caller();
  private final Caller second = Caller.signedIn("devin.manager");

  @Test
  void its_sender_sees_how_far_it_is_and_calls_it_off() throws IOException {
    byte[] file = file();
    String progress = "/submissions/uploads/" + UUID.randomUUID();
    String upload = progress.substring(progress.lastIndexOf('/') + 1);
    CompletableFuture<Answer> load =
        CompletableFuture.supplyAsync(
            () ->
                Who.DATA_MANAGER
                    .inOwnSession()
                    .send(
                        Call.of(
                                "POST",
                                "/submissions?submitter=Z2F&receivedOn=%s&upload=%s"
                                    .formatted(today, upload))
                            .with("text/csv", file)));
    Deadline.within(60, "the load is under way", () -> read(progress) > 0);
    Answer other = second.get(progress);
    assertThat(other.status()).isEqualTo(404);
    assertThat(second.send(Call.of("DELETE", progress)).status()).isEqualTo(404);

    assertThat(sender.send(Call.of("DELETE", progress)).status()).isBetween(200, 204);

    Answer ended = load.join();
    assertThat(ended.status()).as("%s", ended).isBetween(400, 499);
    assertThat(ended.detail()).contains("It was cancelled. Nothing was stored.");
    assertThat(sender.get(progress).status()).isEqualTo(404);
    assertThat(sender.get("/submissions?limit=100").toString()).doesNotContain("Z2F");
  }

  private long read(String progress) {
    Answer answer = sender.get(progress);
    return answer.status() == 200 ? answer.object().getJsonNumber("bytesRead").longValueExact() : 0;
  }

  private static byte[] file() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    new Synthesis(
            new SynthesisPlan(ROWS, 1, YearMonth.of(2024, 9), 78, "Z2F"),
            ReferenceFiles.sample(),
            ForkJoinPool.commonPool())
        .write(0, file, done -> {});
    return file.toByteArray();
  }
}
