package org.didaccess.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalLong;
import org.didaccess.harness.GoneFromList;
import org.junit.jupiter.api.Test;

/** Lists of patients' objections over the interface. */
class ObjectionsIT {
  private static final String ONE = "9990000018";

  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
  private final Caller manager = Who.DATA_MANAGER.caller();

  @Test
  void a_list_is_stored_shown_and_replaced_only_with_a_confirmation() {
    String many = "NHS_NUMBER\n9990000018\n9990000026\n9990000034\n";
    Answer stored = confirmed(many);
    assertThat(stored.status()).as("%s", stored).isEqualTo(200);
    assertThat(stored.object().getInt("people")).isEqualTo(3);

    Answer unconfirmed = send("?asOf=" + today, ONE);
    assertThat(unconfirmed.status()).isBetween(400, 499);
    assertThat(unconfirmed.detail()).contains("2 of the 3").doesNotContain(ONE);
    assertThat(newest().getInt("number")).isEqualTo(stored.object().getInt("number"));

    Answer replaced = send("?asOf=" + today + "&removed=2", ONE);
    assertThat(replaced.status()).as("%s", replaced).isEqualTo(200);
    assertThat(newest().getInt("people")).isEqualTo(1);
    assertThat(newest().getInt("removed")).isEqualTo(2);
  }

  @Test
  void a_bad_file_or_day_is_told_without_a_number_and_nothing_is_stored() {
    Answer line = send("?asOf=" + today, ONE + "\n9990000019\n");
    assertThat(line.status()).isBetween(400, 499);
    assertThat(line.detail()).contains("Line 2").doesNotContain("999000");
    assertThat(send("", ONE).toString()).contains("asOf");
    assertThat(send("?asOf=" + today.plusDays(2), ONE).toString()).contains("today at the latest");
  }

  private JsonObject newest() {
    return manager.get("/objections").object().getJsonArray("items").getJsonObject(0);
  }

  /** Stores it whoever of another test's list has to go. */
  private Answer confirmed(String list) {
    Answer answer = send("?asOf=" + today, list);
    OptionalLong gone = GoneFromList.in(answer.toString());
    return gone.isPresent()
        ? send("?asOf=" + today + "&removed=" + gone.getAsLong(), list)
        : answer;
  }

  private Answer send(String query, String list) {
    return manager.send(
        Call.of("POST", "/objections" + query)
            .with("text/csv", list.getBytes(StandardCharsets.US_ASCII)));
  }
}
