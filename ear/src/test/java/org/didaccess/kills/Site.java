package org.didaccess.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.didaccess.db.ProductDatabase;
import org.didaccess.harness.Deadline;
import org.didaccess.harness.RunningProduct;
import org.didaccess.launcher.demo.Desk;
import org.didaccess.launcher.demo.Months;

/**
 * Where one kind of work is done, killed and looked at afterwards.
 *
 * @param <D> whose desk the work is ordered from
 */
abstract class Site<D extends Desk> {
  /** From a restart to the end of the work: leases of the dead run out meanwhile. */
  private static final long PATIENCE_S = 120;

  private final Work work;
  private final RunningProduct product;
  private final Months months;
  private final D desk;
  private final MainFacts facts;
  private final Path folder;
  private String run;

  Site(Work work, RunningProduct product, Months months, D desk, Path folder) {
    this.work = work;
    this.product = product;
    this.months = months;
    this.desk = desk;
    this.folder = folder;
    this.facts = new MainFacts(product.databases().main());
  }

  /** Kills what the plan says, and looks whether the work is finished or undone afterwards. */
  final Sighting play(Kill kill) throws Exception {
    try {
      desk.signInAgain();
      Trail trail = Trail.kept(product);
      List<String> before = facts.orders(desk.agreement());
      Sighting sighting = strike(kill);
      desk.signInAgain();
      settleOrder(kill, before);
      finish();
      engineMustAgree();
      trail.mustProve(folder);
      return sighting;
    } finally {
      leave();
      product.restart();
    }
  }

  private Sighting strike(Kill kill) throws Exception {
    run = null;
    try (Trap trap = kill.moment().trap(this, kill.delay())) {
      Attempt attempt = begin(kill.moment().act());
      trap.await();
      Sighting sighting = new Sighting(kill, facts.status(work, run), facts.months(run).size());
      kill.victim().strike(product);
      trap.letGo();
      if (kill.victim().endsAnswers()) {
        attempt.mustBreakOff();
      }
      product.restart();
      return sighting;
    }
  }

  private Attempt begin(Moment.Act act) {
    if (act == Moment.Act.ORDER) {
      return Attempt.at(desk::order);
    }
    order();
    if (act == Moment.Act.PUBLISH) {
      awaitDone();
      return publishing();
    }
    return Attempt.none();
  }

  final void order() {
    run = desk.order();
    ordered();
  }

  /** An order that broke off stands in ledger, application and engine, or in none of them. */
  private void settleOrder(Kill kill, List<String> before) {
    if (kill.moment().act() != Moment.Act.ORDER) {
      return;
    }
    List<String> standing = new ArrayList<>(facts.orders(desk.agreement()));
    standing.removeAll(before);
    List<String> kept = new ArrayList<>(facts.runs(work, desk.agreement()));
    kept.removeAll(before);
    assertThat(kept).as("runs of the application").isEqualTo(standing).hasSizeLessThan(2);
    assertThat(facts.processes(standing)).isEqualTo(standing.size());
    if (standing.isEmpty()) {
      order();
    } else {
      run = standing.get(0);
      ordered();
    }
  }

  final void awaitDone() {
    Deadline.within(PATIENCE_S, run + " is " + work.done(), () -> work.done().equals(status()));
  }

  /** Where the run stands; one that failed never comes to an end. */
  private String status() {
    String status = facts.status(work, run);
    assertThat(status).as("the state of %s", run).isNotEqualTo("FAILED");
    return status;
  }

  /** The engine waits where the work stands, and nothing stands still unseen. */
  private void engineMustAgree() {
    assertThat(facts.silentJobs()).isEmpty();
    assertThat(facts.incidents()).hasSize(Math.toIntExact(desk.incidents()));
    assertThat(facts.incidentsOf(run)).isEmpty();
  }

  final void mustWaitAt(String step) {
    assertThat(facts.steps(run)).containsExactly(step);
  }

  /** Catches the work when it is seen at that moment. */
  final Glimpse glimpse(Moment moment, int delay) {
    return new Glimpse(
        () -> isAt(moment), () -> !work.isUnfinished(facts.status(work, run)), delay);
  }

  /** The run was ordered. */
  abstract void ordered();

  /** Somebody publishes. */
  abstract Attempt publishing();

  /** Goes on to the end, and looks at all of it. */
  abstract void finish() throws Exception;

  /** Nobody looks on any more. */
  abstract void leave() throws InterruptedException;

  /** Whether the work is seen at that moment just now. */
  abstract boolean isAt(Moment moment);

  /** The opaque name of the workspace's database. */
  abstract String database();

  final Work work() {
    return work;
  }

  final ProductDatabase main() {
    return product.databases().main();
  }

  final SdeCluster sde() {
    return new SdeCluster(product.databases().sde());
  }

  final RunningProduct product() {
    return product;
  }

  final Months months() {
    return months;
  }

  final D desk() {
    return desk;
  }

  final MainFacts facts() {
    return facts;
  }

  final String run() {
    return run;
  }
}
