package org.didaccess.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.didaccess.harness.Deadline;
import org.didaccess.harness.RunningProduct;
import org.didaccess.launcher.demo.RequestPath;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.didaccess.source.synthetic.Synthesis;
import org.didaccess.source.synthetic.SynthesisPlan;
import org.junit.jupiter.api.Test;

/** A provider takes a month back: who holds its rows is told, and gives them back. */
class WithdrawalIT {
  private static final int ROWS = 500;

  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
  private final RunningProduct product = RunningProduct.shared();
  private final Caller manager = Who.DATA_MANAGER.caller();
  private final Caller recipient = Who.RESEARCHER.caller();

  @Test
  void its_rows_are_followed_to_a_release_that_is_then_recalled_and_destroyed() throws IOException {
    String submission = "/submissions/" + loaded();
    RequestPath.Things things = RequestPath.on(product).walk();
    String release = "/releases/" + things.release();
    Deadline.within(
        60,
        "the workspace is filled",
        () ->
            manager
                .get("/workspaces/" + things.workspace())
                .object()
                .getString("status")
                .equals("ACTIVE"));

    told("A package for you is ready", things.release());
    Answer wrong = manager.post(submission + "/withdrawal", takeBack("sent twice", ROWS + 1));
    assertThat(wrong.detail()).contains("another number of rows than was confirmed");
    assertThat(manager.get(submission + "/withdrawal").status()).isEqualTo(404);
    JsonObject withdrawal =
        manager.post(submission + "/withdrawal", takeBack("sent twice", ROWS)).object();

    assertThat(withdrawal.getInt("rows")).isEqualTo(ROWS);
    assertThat(withdrawal.getJsonArray("holders").getValuesAs(JsonObject.class))
        .anySatisfy(
            holder -> {
              assertThat(holder.getString("run")).isEqualTo(things.release());
              assertThat(holder.getInt("rows")).isEqualTo(ROWS);
            })
        .anySatisfy(holder -> assertThat(holder.getString("run")).isEqualTo(things.workspace()));
    assertThat(recipient.get(release).object().getInt("withdrawnRows")).isEqualTo(ROWS);
    assertThat(recipient.get(release).object().getJsonArray("withdrawalReasons").getString(0))
        .isEqualTo("sent twice");
    told("withdrew rows that a release holds", things.release());
    told("withdrew rows that a workspace holds", things.workspace());

    manager.post(
        release + "/recall", Json.createObjectBuilder().add("reason", "Rows withdrawn.").build());
    told("was recalled", things.release());
    String link = release + "/links";
    assertThat(recipient.send(Call.of("POST", link)).status()).isEqualTo(409);
    refusedTo(Who.DATA_MANAGER.caller(), release);
    refusedTo(Scene.shared().asStranger(), release);
    Answer destroyed = destroy(recipient, release);
    assertThat(destroyed.status()).as("%s", destroyed).isEqualTo(200);
    assertThat(destroyed.object().getString("status")).isEqualTo("DESTROYED");
    assertThat(destroyed.object().getString("destructionStatement")).isEqualTo("Shredded today.");
    assertThat(destroy(recipient, release).status()).isEqualTo(409);
    aNoticeIsReadByItsReceiverAlone();
  }

  private void aNoticeIsReadByItsReceiverAlone() {
    JsonObject notice = recipient.get("/notices").object().getJsonArray("items").getJsonObject(0);
    String reading = "/notices/" + notice.getString("id") + "/reading";
    assertThat(Scene.shared().asStranger().send(Call.of("POST", reading)).status()).isEqualTo(404);
    assertThat(recipient.send(Call.of("POST", reading)).status()).isEqualTo(204);
    assertThat(
            recipient.get("/notices").object().getJsonArray("items").getValuesAs(JsonObject.class))
        .anySatisfy(
            seen -> {
              assertThat(seen.getString("id")).isEqualTo(notice.getString("id"));
              assertThat(seen.getBoolean("read")).isTrue();
            });
  }

  private void told(String words, String about) {
    Deadline.within(
        60,
        "a notice: " + words,
        () -> notices(about).stream().anyMatch(text -> text.contains(words)));
    Deadline.within(
        60,
        "a letter: " + words,
        () ->
            product.letters().to("rosa.researcher@didaccess.invalid").stream()
                .anyMatch(letter -> letter.contains(words) && letter.contains("/notices")));
  }

  private List<String> notices(String about) {
    return recipient
        .get("/notices")
        .object()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(notice -> notice.getString("subjectId").equals(about))
        .map(notice -> notice.getString("text"))
        .toList();
  }

  private static void refusedTo(Caller caller, String release) {
    assertThat(destroy(caller, release).status()).isEqualTo(404);
  }

  private static Answer destroy(Caller caller, String release) {
    return caller.send(
        Call.of("POST", release + "/destruction")
            .ifMatch(Who.DATA_MANAGER.caller().get(release).tag())
            .json("{\"statement\":\"Shredded today.\"}"));
  }

  private static JsonObject takeBack(String reason, long rows) {
    return Json.createObjectBuilder().add("reason", reason).add("rows", rows).build();
  }

  private long loaded() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    new Synthesis(
            new SynthesisPlan(ROWS, 1, YearMonth.from(today).minusMonths(1), 77, "Z2B"),
            ReferenceFiles.sample(),
            Runnable::run)
        .write(0, file, done -> {});
    String address =
        "/submissions?submitter=Z2B&receivedOn=%s&month=%s".formatted(today, YearMonth.from(today));
    Answer receipt = manager.send(Call.of("POST", address).with("text/csv", file.toByteArray()));
    assertThat(receipt.status()).as("%s", receipt).isEqualTo(200);
    return receipt.object().getJsonObject("stored").getJsonNumber("id").longValue();
  }
}
