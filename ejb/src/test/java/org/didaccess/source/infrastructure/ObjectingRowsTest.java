package org.didaccess.source.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.didaccess.source.Submissions.csv;
import static org.didaccess.source.Submissions.good;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.didaccess.db.rehearsal.Rehearsal;
import org.didaccess.source.LoadObjections;
import org.didaccess.source.ObjectionList;
import org.didaccess.source.StoredSubmission;
import org.didaccess.source.Submissions;
import org.didaccess.source.domain.Item;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of people who object lie apart, whatever came in whatever order. */
class ObjectingRowsTest {

  private static final LocalDate DAY = LocalDate.of(2024, 5, 1);
  private static final List<String> NUMBERS = List.of("9990000018", "9990000026", "9990000034");
  private static final int MOVES = 14;

  /** Asked of every row, as if they did not lie apart. */
  private static final String ON_THE_WRONG_SIDE =
      "SELECT count(*) FROM source.did_event e WHERE e.objecting IS DISTINCT FROM ("
          + "EXISTS (SELECT FROM source.objector o WHERE o.person_ref = e.person_ref)"
          + " OR EXISTS (SELECT FROM source.objecting_record r WHERE r.record_ref = e.record_ref))";

  private static final String WAITING =
      "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'source.submission'::regclass";

  private LoadedDatabase database;
  private JdbcObjectionLists lists;
  private Rehearsal rehearsal;

  @BeforeEach
  void an_empty_source() throws SQLException {
    database = LoadedDatabase.fresh();
    lists = new JdbcObjectionLists(database.loader());
    rehearsal = Rehearsal.in(database.database());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void each_row_is_on_its_side_after_every_load_withdrawal_and_list(long seed) throws SQLException {
    Random random = new Random(seed);
    List<StoredSubmission> counting = new ArrayList<>();
    List<Long> apart = new ArrayList<>();
    list(NUMBERS.get(0));
    for (int i = 0; i < MOVES; i++) {
      switch (random.nextInt(4)) {
        case 0 -> list(NUMBERS.get(random.nextInt(NUMBERS.size())));
        case 1 -> withdrawOne(counting, random);
        default -> load(counting, random);
      }
      assertThat(database.number(ON_THE_WRONG_SIDE)).as("after %s moves", i + 1).isZero();
      apart.add(apart());
    }
    assertThat(apart.stream().distinct().count()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void a_record_that_becomes_an_objectors_goes_apart_and_comes_back() throws SQLException {
    list(NUMBERS.get(0));
    database.stored(csv(nameless("A1")), LoadedDatabase.received(DAY));
    assertThat(apart()).isZero();
    StoredSubmission second =
        database.stored(csv(ofFirst("A2")), LoadedDatabase.received(DAY.plusDays(1)));
    assertThat(apart()).isEqualTo(2);
    rehearsal.withdraw(second.id(), second.rows());
    assertThat(apart()).isZero();
  }

  @Test
  void no_list_is_stored_while_a_submission_is() throws Exception {
    database.stored(csv(ofFirst("A1")), LoadedDatabase.received(DAY));
    CompletableFuture<ObjectionList> stored;
    try (Connection load = database.database().superuser();
        Statement begins = load.createStatement()) {
      load.setAutoCommit(false);
      begins.execute("LOCK TABLE source.submission IN SHARE ROW EXCLUSIVE MODE");
      stored = CompletableFuture.supplyAsync(() -> list(NUMBERS.get(0)));
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

  /** Lists one person, in the place of whoever was listed before. */
  private ObjectionList list(String number) {
    return lists.store(ObjectionListsTest.file(number), new LoadObjections(DAY, 1L));
  }

  private void withdrawOne(List<StoredSubmission> counting, Random random) throws SQLException {
    if (!counting.isEmpty()) {
      StoredSubmission gone = counting.remove(random.nextInt(counting.size()));
      rehearsal.withdraw(gone.id(), gone.rows());
    }
  }

  private void load(List<StoredSubmission> counting, Random random) throws SQLException {
    List<String> keys = new ArrayList<>(List.of("A1", "A2", "A3", "A4", "A5", "A6"));
    Collections.shuffle(keys, random);
    Submissions[] records =
        keys.subList(0, 1 + random.nextInt(4)).stream()
            .map(key -> somebody(key, random))
            .toArray(Submissions[]::new);
    StoredSubmission stored =
        database.stored(csv(records), LoadedDatabase.received(DAY.plusDays(random.nextInt(60))));
    if (!stored.alreadyLoaded()) {
      counting.add(stored);
    }
  }

  /** All are born on one day at one place: who has no verified number joins whoever has one. */
  private static Submissions somebody(String key, Random random) {
    Submissions named =
        record(key).with(Item.NHS_NUMBER, NUMBERS.get(random.nextInt(NUMBERS.size())));
    return switch (random.nextInt(3)) {
      case 0 -> nameless(key);
      case 1 -> named.with(Item.NHS_NUMBER_STATUS, "02");
      default -> named;
    };
  }

  private static Submissions ofFirst(String key) {
    return record(key).with(Item.NHS_NUMBER, NUMBERS.get(0));
  }

  private static Submissions nameless(String key) {
    return record(key).without(Item.NHS_NUMBER, Item.NHS_NUMBER_STATUS);
  }

  private static Submissions record(String key) {
    return good().with(Item.ACCESSION_NUMBER, key);
  }
}
