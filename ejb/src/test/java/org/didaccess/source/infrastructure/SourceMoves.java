package org.didaccess.source.infrastructure;

import static org.didaccess.source.Submissions.csv;
import static org.didaccess.source.Submissions.good;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.didaccess.db.rehearsal.Rehearsal;
import org.didaccess.source.LoadObjections;
import org.didaccess.source.ObjectionList;
import org.didaccess.source.StoredSubmission;
import org.didaccess.source.Submissions;
import org.didaccess.source.domain.Item;

/**
 * Changes the source in every way that there is, at random: submissions that replace one another's
 * records and regroup people, withdrawals, and lists of people who object.
 */
final class SourceMoves {

  static final LocalDate DAY = LocalDate.of(2024, 5, 1);

  /** Verified numbers of three people. */
  static final List<String> NUMBERS = List.of("9990000018", "9990000026", "9990000034");

  private final LoadedDatabase database;
  private final JdbcObjectionLists lists;
  private final Rehearsal rehearsal;
  private final Random random;
  private final List<StoredSubmission> counting = new ArrayList<>();

  SourceMoves(LoadedDatabase database, long seed) throws SQLException {
    this.database = database;
    this.lists = new JdbcObjectionLists(database.loader());
    this.rehearsal = Rehearsal.in(database.database());
    this.random = new Random(seed);
  }

  void next() throws SQLException {
    switch (random.nextInt(4)) {
      case 0 -> list(NUMBERS.get(random.nextInt(NUMBERS.size())));
      case 1 -> withdrawOne();
      default -> load();
    }
  }

  /** Lists one person, in the place of whoever was listed before. */
  ObjectionList list(String number) {
    return lists.store(ObjectionListsTest.file(number), new LoadObjections(DAY, 1L));
  }

  void withdraw(StoredSubmission stored) throws SQLException {
    rehearsal.withdraw(stored.id(), stored.rows());
  }

  private void withdrawOne() throws SQLException {
    if (!counting.isEmpty()) {
      withdraw(counting.remove(random.nextInt(counting.size())));
    }
  }

  private void load() throws SQLException {
    List<String> keys = new ArrayList<>(List.of("A1", "A2", "A3", "A4", "A5", "A6"));
    Collections.shuffle(keys, random);
    Submissions[] records =
        keys.subList(0, 1 + random.nextInt(4)).stream()
            .map(this::somebody)
            .toArray(Submissions[]::new);
    StoredSubmission stored =
        database.stored(csv(records), LoadedDatabase.received(DAY.plusDays(random.nextInt(60))));
    if (!stored.alreadyLoaded()) {
      counting.add(stored);
    }
  }

  /**
   * Of one of two months. All are born on one day at one place: who has no verified number joins
   * whoever has one.
   */
  private Submissions somebody(String key) {
    Submissions record =
        record(key)
            .with(Item.REQUEST_DATE, "2024-03-01")
            .with(Item.RECEIVED_DATE, "2024-03-02")
            .with(Item.TEST_DATE, random.nextBoolean() ? "2024-03-20" : "2024-04-20");
    String number = NUMBERS.get(random.nextInt(NUMBERS.size()));
    return switch (random.nextInt(3)) {
      case 0 -> withoutNumber(record);
      case 1 -> record.with(Item.NHS_NUMBER, number).with(Item.NHS_NUMBER_STATUS, "02");
      default -> record.with(Item.NHS_NUMBER, number);
    };
  }

  static Submissions ofFirst(String key) {
    return record(key).with(Item.NHS_NUMBER, NUMBERS.get(0));
  }

  static Submissions nameless(String key) {
    return withoutNumber(record(key));
  }

  private static Submissions withoutNumber(Submissions record) {
    return record.without(Item.NHS_NUMBER, Item.NHS_NUMBER_STATUS);
  }

  private static Submissions record(String key) {
    return good().with(Item.ACCESSION_NUMBER, key);
  }
}
