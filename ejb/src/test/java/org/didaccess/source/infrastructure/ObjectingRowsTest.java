package org.didaccess.source.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.didaccess.source.Submissions.csv;
import static org.didaccess.source.infrastructure.SourceMoves.DAY;
import static org.didaccess.source.infrastructure.SourceMoves.NUMBERS;
import static org.didaccess.source.infrastructure.SourceMoves.nameless;
import static org.didaccess.source.infrastructure.SourceMoves.ofFirst;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.didaccess.source.ObjectionList;
import org.didaccess.source.StoredSubmission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of people who object lie apart, whatever came in whatever order. */
class ObjectingRowsTest {

  private static final int MOVES = 14;

  /** Asked of every row, as if they did not lie apart. */
  private static final String ON_THE_WRONG_SIDE =
      "SELECT count(*) FROM source.did_event e WHERE e.objecting IS DISTINCT FROM ("
          + "EXISTS (SELECT FROM source.objector o WHERE o.person_ref = e.person_ref)"
          + " OR EXISTS (SELECT FROM source.objecting_record r WHERE r.record_ref = e.record_ref))";

  private static final String WAITING =
      "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'source.submission'::regclass";

  private LoadedDatabase database;

  @BeforeEach
  void an_empty_source() {
    database = LoadedDatabase.fresh();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 7})
  void each_row_is_on_its_side_after_every_load_withdrawal_and_list(long seed) throws SQLException {
    SourceMoves moves = new SourceMoves(database, seed);
    List<Long> apart = new ArrayList<>();
    moves.list(NUMBERS.get(0));
    for (int i = 0; i < MOVES; i++) {
      moves.next();
      assertThat(database.number(ON_THE_WRONG_SIDE)).as("after %s moves", i + 1).isZero();
      apart.add(apart());
    }
    assertThat(apart.stream().distinct().count()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void a_record_that_becomes_an_objectors_goes_apart_and_comes_back() throws SQLException {
    SourceMoves moves = new SourceMoves(database, 0);
    moves.list(NUMBERS.get(0));
    database.stored(csv(nameless("A1")), LoadedDatabase.received(DAY));
    assertThat(apart()).isZero();
    StoredSubmission second =
        database.stored(csv(ofFirst("A2")), LoadedDatabase.received(DAY.plusDays(1)));
    assertThat(apart()).isEqualTo(2);
    moves.withdraw(second);
    assertThat(apart()).isZero();
  }

  @Test
  void no_list_is_stored_while_a_submission_is() throws Exception {
    database.stored(csv(ofFirst("A1")), LoadedDatabase.received(DAY));
    SourceMoves moves = new SourceMoves(database, 0);
    CompletableFuture<ObjectionList> stored;
    try (Connection load = database.database().superuser();
        Statement begins = load.createStatement()) {
      load.setAutoCommit(false);
      begins.execute("LOCK TABLE source.submission IN SHARE ROW EXCLUSIVE MODE");
      stored = CompletableFuture.supplyAsync(() -> moves.list(NUMBERS.get(0)));
      await().until(() -> database.number(WAITING) == 1);
      assertThat(apart()).isZero();
      load.commit();
    }
    stored.get(20, TimeUnit.SECONDS);
    assertThat(apart()).isEqualTo(1);
  }

  private long apart() throws SQLException {
    return database.number("SELECT count(*) FROM source.did_event_objecting");
  }
}
