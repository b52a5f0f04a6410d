package org.didaccess.release.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.didaccess.application.Objections;
import org.didaccess.identity.Confirmation;
import org.didaccess.release.ColumnFigures;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.ExtractStatus;
import org.didaccess.release.HandledObjections;
import org.didaccess.release.OrderExtract;
import org.didaccess.release.OrderRefreshes;
import org.didaccess.release.RefreshContent;
import org.didaccess.release.RefreshFigures;
import org.didaccess.shared.IllegalMove;
import org.didaccess.shared.NotPermitted;
import org.junit.jupiter.api.Test;

/** Where an extract can go, and who may take it there. */
class ExtractTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final UUID ROSA = UUID.randomUUID();
  private static final UUID DANA = UUID.randomUUID();
  private static final UUID DEVIN = UUID.randomUUID();
  private static final UUID BASE = UUID.randomUUID();
  private static final RefreshFigures FIGURES = new RefreshFigures(5, 4, 3, 100, 2);
  private static final PreparedPackage WRITTEN =
      new PreparedPackage(
          12,
          345,
          "ab".repeat(32),
          new Disclosure(List.of("age", "gender_code"), 3L, 2L),
          HandledObjections.notUpheld(Objections.CONSENT),
          List.of(),
          List.of(new ColumnFigures("age", 1, 40)),
          "wrapped rows",
          null);

  @Test
  void an_extract_is_prepared_checked_and_published_in_this_order() {
    Extract extract = prepared();
    extract.check(DEVIN, "counts looked at", NOW);
    extract.publish(DEVIN, NOW.plus(Duration.ofDays(30)), NOW);
    assertThat(extract.status()).isEqualTo(ExtractStatus.PUBLISHED);
    assertThat(extract.prepared()).contains(without(WRITTEN));
  }

  @Test
  void rows_for_the_second_person_are_kept_until_it_is_decided_and_no_longer() {
    Extract checked = prepared();
    checked.check(DEVIN, "rows looked at", NOW);
    assertThat(checked.prepared()).contains(WRITTEN);
    Extract cancelled = prepared();
    cancelled.cancel("not needed any more", NOW);
    Extract underClosedAgreement = prepared();
    underClosedAgreement.forgetSample();

    for (Extract decided : List.of(published(), cancelled, underClosedAgreement)) {
      assertThat(decided.prepared()).contains(without(WRITTEN));
    }
  }

  @Test
  void a_paused_extract_goes_on_from_where_it_was_or_is_given_up() {
    Extract extract = ordered();
    extract.startPreparing(NOW);
    extract.pause(NOW);
    assertThatThrownBy(() -> extract.prepared(WRITTEN, NOW)).isInstanceOf(IllegalMove.class);
    assertThatThrownBy(() -> extract.pause(NOW)).isInstanceOf(IllegalMove.class);
    extract.resume(NOW);
    extract.startPreparing(NOW);
    extract.pause(NOW);
    extract.cancel("not needed any more", NOW);
    assertThat(extract.status()).isEqualTo(ExtractStatus.CANCELLED);
  }

  @Test
  void an_extract_cannot_be_published_unchecked() {
    assertThatThrownBy(() -> prepared().publish(DEVIN, NOW, NOW)).isInstanceOf(IllegalMove.class);
  }

  @Test
  void a_published_extract_cannot_be_published_again() {
    Extract extract = published();
    assertThatThrownBy(() -> extract.publish(DEVIN, NOW, NOW)).isInstanceOf(IllegalMove.class);
  }

  @Test
  void a_published_extract_is_recalled_and_not_cancelled() {
    Extract extract = published();
    assertThatThrownBy(() -> extract.cancel("a mistake", NOW)).isInstanceOf(IllegalMove.class);
    extract.recall("a mistake", NOW);
    assertThat(extract.isOfferedAt(NOW)).isFalse();
  }

  @Test
  void an_offer_ends_with_its_term() {
    Extract extract = published();
    assertThat(extract.isOfferedAt(NOW.plus(Duration.ofDays(29)))).isTrue();
    assertThat(extract.isOfferedAt(NOW.plus(Duration.ofDays(30)))).isFalse();
  }

  @Test
  void a_recalled_extract_is_confirmed_as_destroyed_and_nothing_else_follows_it() {
    Extract extract = published();
    extract.recall("a mistake", NOW);
    for (ExtractMove move : ExtractMove.values()) {
      assertThat(extract.may(move)).as("%s", move).isEqualTo(move == ExtractMove.CONFIRM_DESTROYED);
    }
    extract.confirmDestroyed(DEVIN, "Shredded on 3 May.", NOW);
    assertThat(extract.status()).isEqualTo(ExtractStatus.DESTROYED);
    assertThat(extract.destructionStatement()).isEqualTo("Shredded on 3 May.");
  }

  @Test
  void nothing_follows_a_destroyed_failed_or_cancelled_extract() {
    for (ExtractStatus end :
        List.of(ExtractStatus.DESTROYED, ExtractStatus.FAILED, ExtractStatus.CANCELLED)) {
      for (ExtractMove move : ExtractMove.values()) {
        assertThat(ExtractStates.table().may(end, move)).as("%s %s", end, move).isFalse();
      }
    }
  }

  @Test
  void every_state_says_whose_turn_it_is() {
    for (ExtractStatus status : ExtractStatus.values()) {
      assertThat(ExtractStates.table().turn(status).owner()).isNotBlank();
    }
  }

  @Test
  void a_data_manager_cannot_prepare_what_they_asked_for() {
    assertThatThrownBy(() -> TwoPersonPolicy.checkOrder(DANA, DANA))
        .isInstanceOf(NotPermitted.class);
  }

  @Test
  void neither_who_asked_nor_who_prepared_can_check_or_publish() {
    Extract extract = prepared();
    assertThat(TwoPersonPolicy.mayCheck(extract, ROSA)).isFalse();
    assertThat(TwoPersonPolicy.mayCheck(extract, DANA)).isFalse();
    assertThat(TwoPersonPolicy.mayCheck(extract, DEVIN)).isTrue();
    assertThat(TwoPersonPolicy.mayPublish(extract, ROSA)).isFalse();
    assertThat(TwoPersonPolicy.mayPublish(extract, DANA)).isFalse();
    assertThat(TwoPersonPolicy.mayPublish(extract, DEVIN)).isTrue();
    assertThatThrownBy(() -> TwoPersonPolicy.demandCheck(extract, DANA))
        .isInstanceOf(NotPermitted.class)
        .hasMessageContaining("Another data manager");
    assertThatThrownBy(() -> TwoPersonPolicy.demandPublication(extract, ROSA))
        .isInstanceOf(NotPermitted.class);
  }

  @Test
  void a_refresh_is_checked_by_one_and_published_by_another_than_its_orderer() {
    Extract refresh = refreshed();
    assertThat(TwoPersonPolicy.mayCheck(refresh, DANA)).isTrue();
    assertThat(TwoPersonPolicy.mayCheck(refresh, ROSA)).isFalse();
    refresh.check(DEVIN, "looked", NOW);
    assertThat(TwoPersonPolicy.mayPublish(refresh, DEVIN)).isFalse();
    assertThat(TwoPersonPolicy.mayPublish(refresh, DANA)).isFalse();
    assertThat(TwoPersonPolicy.mayPublish(refresh, UUID.randomUUID())).isTrue();
    assertThatThrownBy(() -> TwoPersonPolicy.demandPublication(refresh, DEVIN))
        .isInstanceOf(NotPermitted.class)
        .hasMessageContaining("checked this refresh");
  }

  @Test
  void a_refresh_keeps_what_it_follows_on_and_what_it_means() {
    Extract refresh = refreshed();
    assertThat(refresh.refresh().orElseThrow().base()).contains(BASE);
    assertThat(refresh.refresh().orElseThrow().figures()).contains(FIGURES);
    assertThat(prepared().refresh()).isEmpty();
    assertThat(prepared().prepared().orElseThrow().refresh()).isNull();
  }

  @Test
  void a_link_is_good_for_a_day() {
    IssuedLink link = new IssuedLink(UUID.randomUUID(), UUID.randomUUID(), ROSA, "digest", NOW);
    assertThat(link.isGoodAt(NOW.plus(Duration.ofHours(23)))).isTrue();
    assertThat(link.isGoodAt(NOW.plus(Duration.ofHours(24)))).isFalse();
  }

  private static PreparedPackage without(PreparedPackage sampled) {
    return new PreparedPackage(
        sampled.rows(),
        sampled.bytes(),
        sampled.sha256(),
        sampled.disclosure(),
        sampled.objections(),
        sampled.source(),
        sampled.columns(),
        null,
        sampled.refresh());
  }

  private static Extract refreshed() {
    StandingOrder standing =
        new StandingOrder(
            UUID.randomUUID(),
            new OrderRefreshes(
                UUID.randomUUID(),
                ROSA,
                UUID.randomUUID(),
                "age1invented",
                null,
                RefreshContent.CHANGES,
                1,
                null),
            DANA,
            NOW);
    Extract extract =
        Extract.refresh(
            UUID.randomUUID(), standing, RefreshContent.CHANGES, BASE, new byte[] {1}, NOW);
    extract.startPreparing(NOW);
    extract.prepared(
        new PreparedPackage(
            12,
            345,
            "ab".repeat(32),
            WRITTEN.disclosure(),
            WRITTEN.objections(),
            List.of(),
            List.of(),
            null,
            FIGURES),
        NOW);
    return extract;
  }

  private static Extract published() {
    Extract extract = prepared();
    extract.check(DEVIN, "counts looked at", NOW);
    extract.publish(DEVIN, NOW.plus(Duration.ofDays(30)), NOW);
    return extract;
  }

  private static Extract prepared() {
    Extract extract = ordered();
    extract.startPreparing(NOW);
    extract.prepared(WRITTEN, NOW);
    return extract;
  }

  private static Extract ordered() {
    OrderExtract order =
        new OrderExtract(
            UUID.randomUUID(),
            ROSA,
            UUID.randomUUID(),
            "age1invented",
            ExtractFormat.PARQUET,
            new Confirmation("-"));
    return new Extract(UUID.randomUUID(), order, DANA, new byte[] {1}, NOW);
  }
}
