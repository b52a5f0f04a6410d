package org.didaccess.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.YearMonth;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.didaccess.source.synthetic.Synthesis;
import org.didaccess.source.synthetic.SynthesisPlan;
import org.junit.jupiter.api.Test;

/** A file that takes the place of an earlier submission as a whole, over the interface. */
class ReplacingIT {
  private static final YearMonth TESTED = YearMonth.of(2024, 6);
  private static final String ABOUT =
      "/submissions?submitter=Z1D&receivedOn=2024-07-%d&month=2024-07";

  private final Caller manager = Who.DATA_MANAGER.caller();

  @Test
  void it_needs_the_numbers_that_go_and_come_and_holds_to_them() throws IOException {
    long first = stored(load(ABOUT.formatted(20), 300, 1));

    Answer incomplete = load(ABOUT.formatted(22) + "&replaces=" + first, 200, 2);
    assertThat(incomplete.status()).as("%s", incomplete).isEqualTo(422);
    assertThat(incomplete.detail()).contains("replacedRows and rows together");
    Answer wrong = load(replacing(first, 299, 200), 200, 2);
    assertThat(wrong.status()).as("%s", wrong).isEqualTo(422);
    assertThat(wrong.detail()).contains("another number of rows than was confirmed");
    Answer otherNew = load(replacing(first, 300, 199), 200, 2);
    assertThat(otherNew.status()).as("%s", otherNew).isEqualTo(422);
    assertThat(state(first)).isEqualTo("ACCEPTED");

    long second = stored(load(replacing(first, 300, 200), 200, 2));

    assertThat(state(first)).isEqualTo("REPLACED");
    assertThat(state(second)).isEqualTo("ACCEPTED");
    JsonObject month =
        manager
            .get("/quality/submitters/Z1D?from=2024-07&to=2024-07")
            .object()
            .getJsonArray("months")
            .getJsonObject(0);
    assertThat(month.getJsonObject("brought").getInt("accepted")).isEqualTo(500);
    // Others of this product's submissions may have corrected some.
    assertThat(month.getJsonObject("records").getInt("accepted")).isBetween(150, 200);
    Answer again = load(replacing(first, 300, 100), 100, 3);
    assertThat(again.status()).as("%s", again).isEqualTo(422);
    assertThat(again.detail()).contains("does not count any more");
  }

  @Test
  void a_number_that_is_none_is_refused_in_words() throws IOException {
    Answer refused = load(ABOUT.formatted(20) + "&replaces=x&replacedRows=1&rows=1", 10, 4);
    assertThat(refused.status()).as("%s", refused).isEqualTo(422);
    assertThat(refused.detail()).contains("whole number");
  }

  private static String replacing(long submission, int old, int fresh) {
    return ABOUT.formatted(22)
        + "&replaces=%d&replacedRows=%d&rows=%d".formatted(submission, old, fresh);
  }

  private Answer load(String address, int rows, long seed) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    new Synthesis(
            new SynthesisPlan(rows, 1, TESTED, seed, "Z1D"), ReferenceFiles.sample(), Runnable::run)
        .write(0, file, done -> {});
    return manager.send(Call.of("POST", address).with("text/csv", file.toByteArray()));
  }

  private static long stored(Answer receipt) {
    assertThat(receipt.status()).as("%s", receipt).isEqualTo(200);
    JsonObject stored = receipt.object().getJsonObject("stored");
    return stored.getJsonNumber("id").longValue();
  }

  private String state(long submission) {
    return manager
        .get("/quality/submissions/" + submission)
        .object()
        .getJsonObject("submission")
        .getString("state");
  }
}
