package org.didaccess.release.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.didaccess.application.Objections;
import org.didaccess.release.HandledObjections;
import org.didaccess.release.MonthChange;
import org.didaccess.release.MonthRows;
import org.didaccess.release.OrderRefreshes;
import org.didaccess.release.RefreshContent;
import org.didaccess.release.RefreshFigures;
import org.didaccess.release.domain.Disclosure;
import org.didaccess.release.domain.Extract;
import org.didaccess.release.domain.PreparedPackage;
import org.didaccess.release.domain.StandingOrder;
import org.junit.jupiter.api.Test;

/** The second person compares rows with rows, and never with lines of changes. */
class BesidePreviousTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final YearMonth MONTH = YearMonth.of(2026, 1);

  private final Extract full = prepared(RefreshContent.FULL, 100, 100);
  private final Extract changes = prepared(RefreshContent.CHANGES, 7, 103);
  private final Extract fuller = prepared(RefreshContent.FULL, 104, 104);

  @Test
  void two_whole_releases_are_compared_month_by_month() {
    BesidePrevious beside = BesidePrevious.of(fuller, full, BesidePreviousTest::months);
    assertThat(beside.previous()).isEqualTo(full.reference());
    assertThat(beside.changes()).containsExactly(new MonthChange(MONTH, 100, 104));
    assertThat(beside.messages()).isEmpty();
  }

  @Test
  void changes_are_told_by_what_the_recipient_holds() {
    BesidePrevious beside = BesidePrevious.of(changes, full, BesidePreviousTest::months);
    assertThat(beside.previous()).isNull();
    assertThat(beside.changes()).isEmpty();
    assertThat(beside.messages()).singleElement().asString().contains("103 rows", "they had 100");
  }

  @Test
  void so_is_a_whole_release_after_changes() {
    BesidePrevious beside = BesidePrevious.of(fuller, changes, BesidePreviousTest::months);
    assertThat(beside.changes()).isEmpty();
    assertThat(beside.messages()).singleElement().asString().contains("104 rows", "they had 103");
  }

  private static List<MonthRows> months(Extract extract) {
    return List.of(new MonthRows(MONTH, extract.prepared().orElseThrow().rows(), true));
  }

  private static Extract prepared(RefreshContent content, long lines, long held) {
    UUID base = content == RefreshContent.CHANGES ? UUID.randomUUID() : null;
    Extract extract =
        Extract.refresh(UUID.randomUUID(), standing(), content, base, new byte[] {1}, NOW);
    extract.startPreparing(NOW);
    extract.prepared(
        new PreparedPackage(
            lines,
            345,
            "ab".repeat(32),
            new Disclosure(List.of(), null, null),
            HandledObjections.notUpheld(Objections.CONSENT),
            List.of(),
            List.of(),
            null,
            new RefreshFigures(lines, 0, 0, held, 0)),
        NOW);
    return extract;
  }

  private static StandingOrder standing() {
    return new StandingOrder(
        UUID.randomUUID(),
        new OrderRefreshes(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            "age1invented",
            null,
            RefreshContent.CHANGES,
            1,
            null),
        UUID.randomUUID(),
        NOW);
  }
}
