package org.didaccess.atomicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.didaccess.db.ProductDatabase;
import org.didaccess.harness.RunningProduct;
import org.didaccess.launcher.demo.RequestPath;
import org.didaccess.launcher.demo.RequestPath.Act;
import org.didaccess.launcher.demo.RequestPath.Part;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Walks the whole path of a request. Before every act the same act is tried with a failure at each
 * point of its transaction: nothing of it may stay, neither in the domain nor in the ledger, the
 * engine or the trail; without the failure it moves all of them.
 */
class AtomicityIT {
  /** What a failure says, as no refusal does: the act itself was in order. */
  private static final String OUR_FAULT = "Something went wrong on our side";

  private final ProductDatabase database = RunningProduct.shared().databases().main();

  @TestFactory
  Stream<DynamicTest> every_act_stands_or_falls_as_a_whole() {
    return RequestPath.on(RunningProduct.shared()).acts().flatMap(this::tests);
  }

  private Stream<DynamicTest> tests(Act act) {
    Stream<DynamicTest> failures =
        FailurePoint.of(act)
            .map(
                point ->
                    DynamicTest.dynamicTest(
                        act.name() + " leaves nothing behind when it fails in " + point,
                        () -> failsAsAWhole(act, point)));
    DynamicTest success =
        DynamicTest.dynamicTest(act.name() + " moves everything", () -> standsAsAWhole(act));
    return Stream.concat(failures, Stream.of(success));
  }

  private void failsAsAWhole(Act act, FailurePoint point) throws SQLException {
    act.prepare();
    Snapshot before = Snapshot.settled(database);
    FailurePoint.Failing failing = point.failIn(database, act);
    try {
      assertThatThrownBy(act::attempt)
          .as("%s while failing in %s", act.name(), point)
          .hasMessageContaining(OUR_FAULT);
    } finally {
      failing.close();
    }
    assertThat(Snapshot.of(database)).isEqualTo(before);
  }

  private void standsAsAWhole(Act act) throws SQLException {
    act.prepare();
    Snapshot before = Snapshot.settled(database);
    act.attempt();
    Snapshot after = Snapshot.of(database);
    assertThat(!after.domain().equals(before.domain()))
        .as("the aggregates moved")
        .isEqualTo(act.moves(Part.DOMAIN));
    assertThat(!after.engine().equals(before.engine()))
        .as("the process moved")
        .isEqualTo(act.moves(Part.ENGINE));
    assertThat(after.trail()).as("rows of the trail").isNotEqualTo(before.trail());
  }
}
