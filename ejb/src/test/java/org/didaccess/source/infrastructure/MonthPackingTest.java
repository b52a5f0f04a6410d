package org.didaccess.source.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.source.Submissions.csv;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.LongStream;
import org.didaccess.db.rehearsal.Campaign;
import org.didaccess.shared.HandClock;
import org.didaccess.source.domain.Item;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Packed months say what the rows say, whatever came in whatever order. */
class MonthPackingTest {

  private static final int MOVES = 14;
  private static final String MONTHS = "SELECT DISTINCT month FROM source.packed_event";
  private static final String PACKED = "SELECT count(*) FROM (" + MONTHS + ") AS packed";
  private static final String BLOCKS =
      "SELECT string_agg(p::text, ' ' ORDER BY p.month, p.objecting, p.block) FROM source.packed_event p";

  private final HandClock clock = new HandClock();
  private LoadedDatabase database;
  private JdbcMonthPacking packing;

  @BeforeEach
  void an_empty_source() {
    database = LoadedDatabase.fresh();
    packing = new JdbcMonthPacking(database.loader(), clock);
  }

  private static LongStream seeds() {
    return LongStream.rangeClosed(1, Campaign.of(2, 6));
  }

  /** What is packed already must be what would be packed now. */
  @ParameterizedTest
  @MethodSource("seeds")
  void no_block_lags_behind_after_any_load_withdrawal_or_list(long seed) throws SQLException {
    Random random = new Random(seed);
    SourceMoves moves = new SourceMoves(database, seed);
    moves.list(SourceMoves.NUMBERS.get(0));
    int kept = 0;
    int gone = 0;
    for (int i = 0; i < MOVES; i++) {
      if (random.nextBoolean()) {
        packAll();
      }
      long before = database.number(PACKED);
      moves.next();
      long after = database.number(PACKED);
      kept += after > 0 ? 1 : 0;
      gone += after < before ? 1 : 0;
      assertBlocksAreAsIfPackedNow(i + 1);
    }
    assertThat(kept).isPositive();
    assertThat(gone).isPositive();
  }

  @Test
  void a_month_that_cannot_be_packed_is_left_for_an_hour_and_the_others_are() throws SQLException {
    database.stored(
        csv(
            SourceMoves.ofFirst("A1"),
            SourceMoves.ofFirst("A2")
                .with(Item.TEST_DATE, "2024-05-20")
                .with(Item.REPORT_DATE, "2024-05-22")),
        LoadedDatabase.received(LocalDate.of(2024, 5, 30)));
    database.change("UPDATE source.did_event SET age_band_5 = -32768 WHERE test_month = 5");
    packAll();
    assertThat(database.number(PACKED)).isEqualTo(1);
    database.change("UPDATE source.did_event SET age_band_5 = 0 WHERE test_month = 5");
    packAll();
    assertThat(database.number(PACKED)).isEqualTo(1);
    clock.moveBy(Duration.ofHours(1));
    packAll();
    assertThat(database.number(PACKED)).isEqualTo(2);
  }

  private void packAll() {
    boolean more = true;
    while (more) {
      more = packing.packNext();
    }
  }

  private void assertBlocksAreAsIfPackedNow(int moves) throws SQLException {
    try (Connection superuser = database.database().superuser()) {
      superuser.setAutoCommit(false);
      String before = one(superuser, BLOCKS);
      one(superuser, "SELECT count(source.pack_month(m)) FROM (" + MONTHS + ") AS packed (m)");
      assertThat(before).as("after %s moves", moves).isEqualTo(one(superuser, BLOCKS));
      superuser.rollback();
    }
  }

  private static String one(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
