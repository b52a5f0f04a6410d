package org.didaccess.source.domain.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.didaccess.source.domain.reference.Timeline.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packed table answers as a map of timelines would. */
class PostcodeTableTest {

  private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);

  private final Random random = new Random(20261128);

  @Test
  void it_answers_as_a_map_of_timelines_would() {
    Map<String, List<Period<Area>>> plain = new HashMap<>();
    PostcodeTable.Builder builder = new PostcodeTable.Builder();
    for (int period = 0; period < 5_000; period++) {
      String postcode = postcode(1 + random.nextInt(3));
      LocalDate from = random.nextInt(10) == 0 ? null : day();
      LocalDate until = random.nextInt(3) == 0 ? null : day();
      Area area = new Area("E0100000" + random.nextInt(5), null, null);
      builder.add(postcode, from, until, area);
      plain
          .computeIfAbsent(postcode, unused -> new ArrayList<>())
          .add(new Period<>(from == null ? LocalDate.MIN : from, until, area));
    }
    PostcodeTable table = builder.build();

    assertThat(table.all()).containsExactlyInAnyOrderElementsOf(plain.keySet());
    for (int question = 0; question < 20_000; question++) {
      String postcode = postcode(1 + random.nextInt(3));
      LocalDate day = day();
      Timeline<Area> timeline = new Timeline<>(plain.getOrDefault(postcode, List.of()));
      assertThat(table.knows(postcode)).isEqualTo(plain.containsKey(postcode));
      assertThat(table.isLiveOn(postcode, day)).isEqualTo(timeline.isLiveOn(day));
      assertThat(table.areaOn(postcode, day)).isEqualTo(timeline.lastOn(day).orElse(Area.NONE));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ZA1 1AA", "za11aa", "ZA111AAA", "ZÄ11AA"})
  void what_is_no_postcode_is_neither_taken_nor_known(String text) {
    PostcodeTable.Builder builder = new PostcodeTable.Builder();
    builder.add("ZA11AA", null, null, Area.NONE);

    assertThat(builder.build().knows(text)).isFalse();
    assertThatThrownBy(() -> builder.add(text, null, null, Area.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private String postcode(int length) {
    StringBuilder postcode = new StringBuilder();
    for (int at = 0; at < length; at++) {
      postcode.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return postcode.toString();
  }

  private LocalDate day() {
    return FIRST.plusDays(random.nextInt(10_000));
  }
}
