package org.didaccess.release.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.release.refresh.RefreshedSource.APPROVED;
import static org.didaccess.release.refresh.RefreshedSource.MONTH;
import static org.didaccess.release.refresh.RefreshedSource.MONTHS;
import static org.didaccess.release.refresh.RefreshedSource.figures;
import static org.didaccess.release.refresh.RefreshedSource.moves;
import static org.didaccess.release.refresh.RefreshedSource.rows;
import static org.didaccess.release.refresh.RefreshedSource.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import org.didaccess.release.RefreshContent;
import org.didaccess.release.RefreshFigures;
import org.didaccess.release.engine.PartitionSink;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.refresh.RefreshedSource.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a refresh writes beside what its recipient holds, against a plain comparison of maps. */
class RefreshSinkTest {

  @TempDir private Path folder;
  private RefreshedSource refreshes;

  @BeforeEach
  void a_source() {
    refreshes = new RefreshedSource(folder);
  }

  @Test
  void the_tokens_stand_before_the_approved_columns_while_rows_are_read() {
    assertThat(refreshes.plan(RefreshContent.FULL, null).reading(APPROVED).columns())
        .extracting(ReleaseColumn::name)
        .containsExactly(
            "RECORD_OF_ROW",
            "PERSON_OF_ROW",
            "MODALITY",
            "TOKEN_PERSON_ID",
            "TOKEN_SUBMISSION_DATA_ID");
    assertThat(refreshes.plan(RefreshContent.CHANGES, null).written(APPROVED))
        .extracting(ReleaseColumn::name)
        .startsWith("CHANGE", "MODALITY");
  }

  @Test
  void whoever_applies_the_changes_of_many_months_holds_what_a_full_refresh_would_give()
      throws IOException {
    TreeMap<String, Row> source = new TreeMap<>();
    TreeMap<String, String> recipient = new TreeMap<>();
    Holding before = null;
    for (int month = 0; month < 30; month++) {
      TreeMap<String, Row> former = new TreeMap<>(source);
      refreshes.change(source);
      RefreshPlan plan = refreshes.refresh(RefreshContent.CHANGES, before, source);

      refreshes.applyTo(recipient);

      assertThat(recipient).isEqualTo(rows(source));
      assertThat(refreshes.moved(plan)).isEqualTo(moves(former, source));
      assertThat(plan.figures(MONTHS)).isEqualTo(figures(former, source));
      before = plan.now();
    }
  }

  @Test
  void a_full_refresh_writes_every_row_and_tells_the_same_figures() throws IOException {
    TreeMap<String, Row> source = new TreeMap<>();
    refreshes.change(source);
    Holding first = refreshes.refresh(RefreshContent.FULL, null, source).now();
    TreeMap<String, Row> former = new TreeMap<>(source);
    refreshes.change(source);

    RefreshPlan second = refreshes.refresh(RefreshContent.FULL, first, source);

    assertThat(refreshes.written).containsExactlyInAnyOrderElementsOf(rows(source).values());
    refreshes.moved(second);
    assertThat(second.figures(MONTHS)).isEqualTo(figures(former, source));
  }

  @ParameterizedTest
  @EnumSource(RefreshContent.class)
  void the_first_one_follows_on_nothing(RefreshContent content) throws IOException {
    TreeMap<String, Row> source = new TreeMap<>();
    refreshes.change(source);

    RefreshPlan first = refreshes.refresh(content, null, source);

    assertThat(refreshes.written).hasSameSizeAs(source.keySet());
    assertThat(first.figures(MONTHS))
        .isEqualTo(new RefreshFigures(source.size(), 0, 0, source.size(), 0));
  }

  @Test
  void a_month_that_was_begun_and_given_up_leaves_nothing_and_is_written_anew() throws IOException {
    TreeMap<String, Row> source = new TreeMap<>();
    refreshes.change(source);
    RefreshPlan plan = refreshes.plan(RefreshContent.FULL, null);
    try (PartitionSink.PartitionWriter writer = refreshes.sink(plan).open(MONTH)) {
      write(writer, MONTH, source);
    }
    assertThat(plan.now().folder()).isEmptyDirectory();

    try (PartitionSink.PartitionWriter writer = refreshes.sink(plan).open(MONTH)) {
      write(writer, MONTH, source);
      writer.commit();
    }
    assertThat(plan.now().folder()).isNotEmptyDirectory();
  }
}
