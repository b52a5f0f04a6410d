package org.didaccess.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Reading: pages of lists, and what is not sent twice. */
class ReadingIT {
  private final Caller applicant = Who.RESEARCHER.caller();

  @Test
  void pages_follow_each_other_without_gap_or_repetition() {
    List<String> whole = ids(applicant.get("/applications/mine?limit=100").object());
    List<String> pieced = new ArrayList<>();
    for (int offset = 0; offset < whole.size(); offset += 3) {
      pieced.addAll(ids(applicant.get("/applications/mine?limit=3&offset=" + offset).object()));
    }
    assertThat(whole).hasSizeGreaterThan(6).doesNotHaveDuplicates();
    assertThat(pieced).isEqualTo(whole);
  }

  @Test
  void a_page_behind_the_end_is_empty_and_still_tells_how_many_there_are() {
    JsonObject behind = applicant.get("/applications/mine?limit=10&offset=100000").object();
    assertThat(behind.getJsonArray("items")).isEmpty();
    assertThat(behind.getInt("total")).isPositive();
  }

  @TestFactory
  Stream<DynamicTest> a_page_that_cannot_be_is_refused() {
    return Stream.of(
            "limit=0", "limit=101", "limit=-1", "limit=x", "offset=-1", "offset=99999999999")
        .map(
            query ->
                DynamicTest.dynamicTest(
                    query,
                    () -> {
                      Answer answer = applicant.get("/applications/mine?" + query);
                      assertThat(answer.status()).as("%s", answer).isEqualTo(422);
                      assertThat(answer.detail()).contains("whole number");
                    }));
  }

  @Test
  void what_has_not_changed_is_not_sent_again() {
    String path = "/applications/" + ids(applicant.get("/applications/mine").object()).get(0);
    Answer first = applicant.get(path);
    assertThat(first.tag()).isNotNull();
    Answer again = applicant.send(Call.get(path).header("If-None-Match", first.tag()));
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    Answer other = applicant.send(Call.get(path).header("If-None-Match", "\"another\""));
    assertThat(other.status()).isEqualTo(200);
  }

  private static List<String> ids(JsonObject page) {
    return page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
        .map(item -> item.getString("id"))
        .toList();
  }
}
