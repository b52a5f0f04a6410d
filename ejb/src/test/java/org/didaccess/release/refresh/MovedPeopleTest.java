package org.didaccess.release.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.didaccess.release.refresh.RefreshedSource.MONTH;
import static org.didaccess.release.refresh.RefreshedSource.MONTHS;
import static org.didaccess.release.refresh.RefreshedSource.NEXT;
import static org.didaccess.release.refresh.RefreshedSource.moves;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.didaccess.release.RefreshContent;
import org.didaccess.release.RefreshFigures;
import org.didaccess.release.refresh.RefreshedSource.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which people took the place of others, within a month and between months. */
class MovedPeopleTest {

  @TempDir private Path folder;
  private RefreshedSource refreshes;

  @BeforeEach
  void a_source() {
    refreshes = new RefreshedSource(folder);
  }

  @Test
  void whoever_is_corrected_with_the_month_of_the_test_is_told_as_moved() throws IOException {
    String record = refreshes.token(1 << 30);
    Row former = new Row(MONTH, refreshes.token(50), "CT");
    Holding first = refreshes.refresh(RefreshContent.CHANGES, null, Map.of(record, former)).now();
    Row corrected = new Row(NEXT, refreshes.token(50), "CT");

    RefreshPlan second =
        refreshes.refresh(RefreshContent.CHANGES, first, Map.of(record, corrected));

    assertThat(refreshes.written).hasSize(2);
    assertThat(refreshes.moved(second)).containsExactly(former.person() + "," + corrected.person());
    assertThat(second.figures(MONTHS)).isEqualTo(new RefreshFigures(1, 0, 1, 1, 1));
    RefreshPlan third =
        refreshes.refresh(RefreshContent.CHANGES, second.now(), Map.of(record, former));
    assertThat(refreshes.moved(third)).containsExactly(corrected.person() + "," + former.person());
  }

  @Test
  void a_record_that_only_changed_its_month_moves_nobody() throws IOException {
    String record = refreshes.token(1 << 30);
    String person = refreshes.token(50);
    Holding first =
        refreshes
            .refresh(RefreshContent.CHANGES, null, Map.of(record, new Row(MONTH, person, "CT")))
            .now();
    RefreshPlan second =
        refreshes.refresh(
            RefreshContent.CHANGES, first, Map.of(record, new Row(NEXT, person, "CT")));
    assertThat(refreshes.moved(second)).isEmpty();
    assertThat(second.figures(MONTHS)).isEqualTo(new RefreshFigures(1, 0, 1, 1, 0));
  }

  @Test
  void a_list_of_moved_people_that_lost_its_end_or_was_changed_is_not_taken_for_the_whole()
      throws IOException {
    TreeMap<String, Row> source = new TreeMap<>();
    RefreshPlan plan = null;
    TreeMap<String, Row> former = new TreeMap<>();
    byte[] whole = {};
    while (whole.length < 32 + 2 * 32) {
      former = new TreeMap<>(source);
      refreshes.change(source);
      plan = refreshes.refresh(RefreshContent.CHANGES, plan == null ? null : plan.now(), source);
      whole = Files.readAllBytes(plan.now().folder().resolve(MONTH + ".moved"));
    }
    RefreshPlan last = plan;
    Path file = last.now().folder().resolve(MONTH + ".moved");
    byte[] changed = whole.clone();
    changed[3] ^= 1;

    for (byte[] damaged :
        List.of(changed, new byte[0], Arrays.copyOf(whole, 32), Arrays.copyOf(whole, 64))) {
      Files.write(file, damaged);
      assertThatThrownBy(() -> refreshes.moved(last)).hasMessageContaining("is not whole");
    }
    Files.write(file, whole);
    assertThat(refreshes.moved(last)).isEqualTo(moves(former, source));
  }
}
