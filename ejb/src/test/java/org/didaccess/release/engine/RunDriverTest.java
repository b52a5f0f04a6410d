package org.didaccess.release.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.didaccess.release.domain.RunLeases;
import org.didaccess.shared.HandClock;
import org.junit.jupiter.api.Test;

/** Runs are taken, kept, tried again where it makes sense, and given up where it does not. */
class RunDriverTest {

  private static final Duration BEAT = Duration.ofSeconds(2);
  private static final UUID RUN = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();

  private final HandClock clock = new HandClock();
  private final Leases leases = new Leases();
  private final Work work = new Work();
  private final RunDriver<UUID> driver = driver(Runnable::run);

  @Test
  void a_run_that_comes_to_its_end_is_done_once_and_given_back() {
    beats(1, RUN);

    assertThat(work.tried).containsExactly(RUN);
    assertThat(leases.held).isEmpty();
    assertThat(driver.running()).isEmpty();
  }

  @Test
  void a_run_that_stops_again_and_again_is_tried_ever_more_seldom() {
    work.failures.put(RUN, new RunFailure(true, "suspended"));

    beats(30, RUN);

    assertThat(work.tried).hasSize(5).containsOnly(RUN);
    assertThat(work.givenUp).isEmpty();
  }

  @Test
  void no_pause_is_longer_than_five_minutes() {
    work.failures.put(RUN, new RunFailure(true, "suspended"));
    beats(600, RUN);
    work.tried.clear();

    beats(151, RUN);

    assertThat(work.tried).isNotEmpty();
  }

  @Test
  void a_run_that_pauses_does_not_hold_up_the_next() {
    work.failures.put(RUN, new RunFailure(true, "suspended"));

    beats(3, RUN, OTHER);

    assertThat(work.tried).contains(OTHER);
  }

  @Test
  void when_the_suspension_is_lifted_the_pause_ends_and_the_next_one_is_short_again() {
    work.failures.put(RUN, new RunFailure(true, "suspended"));
    beats(30, RUN);
    work.tried.clear();

    driver.endPauses();
    beats(2, RUN);

    assertThat(work.tried).hasSize(2);
  }

  @Test
  void what_does_not_pass_is_given_up_with_its_reason() {
    work.failures.put(RUN, new RunFailure(false, "refused"));

    beats(1, RUN);

    assertThat(work.givenUp).containsExactly(RUN + " refused");
  }

  @Test
  void work_that_could_not_come_to_an_end_yet_is_taken_up_again_after_a_pause() {
    work.unfinished.add(RUN);

    beats(3, RUN);

    assertThat(work.tried).hasSize(2);
  }

  @Test
  void where_not_even_the_judgement_succeeds_the_lease_runs_out_by_itself() {
    work.failures.put(RUN, null);

    beats(1, RUN);

    assertThat(work.tried).containsExactly(RUN);
    assertThat(leases.held).containsExactly(RUN);
    assertThat(driver.running()).isEmpty();
  }

  @Test
  void a_run_of_another_server_is_let_alone() {
    leases.held.add(RUN);

    beats(1, RUN, OTHER);

    assertThat(work.tried).containsExactly(OTHER);
  }

  @Test
  void a_server_without_work_helps_with_a_run_of_another_one_and_takes_no_lease() {
    leases.held.add(RUN);
    work.shared.add(RUN);

    beats(2, RUN);

    assertThat(work.helped).containsExactly(RUN, RUN);
    assertThat(work.tried).isEmpty();
    assertThat(driver.running()).isEmpty();
  }

  @Test
  void a_run_that_nobody_drives_comes_before_one_to_help_with() {
    leases.held.add(RUN);
    work.shared.add(RUN);

    beats(1, RUN, OTHER);

    assertThat(work.tried).containsExactly(OTHER);
    assertThat(work.helped).isEmpty();
  }

  @Test
  void help_that_failed_is_not_tried_at_once_and_gives_nothing_up() {
    leases.held.add(RUN);
    work.shared.add(RUN);
    work.failures.put(RUN, new RunFailure(false, "refused"));

    beats(30, RUN);

    assertThat(work.helped).hasSize(5);
    assertThat(work.givenUp).isEmpty();
  }

  @Test
  void a_run_whose_lease_was_lost_or_that_was_cancelled_is_left_at_its_next_row() {
    List<Runnable> later = new ArrayList<>();
    RunDriver<UUID> slow = driver(later::add);

    slow.look(() -> List.of(RUN));
    assertThat(slow.running()).containsExactly(RUN);
    slow.leave(OTHER);
    leases.held.clear();
    slow.look(List::of);
    later.remove(0).run();
    assertThat(work.lastWasStopped).isTrue();

    slow.look(() -> List.of(OTHER));
    slow.look(List::of);
    later.remove(0).run();
    assertThat(work.lastWasStopped).isFalse();

    slow.look(() -> List.of(OTHER));
    slow.leave(OTHER);
    later.remove(0).run();
    assertThat(work.lastWasStopped).isTrue();
  }

  private RunDriver<UUID> driver(Executor executor) {
    return new RunDriver<>(leases, executor, clock, work);
  }

  private void beats(int count, UUID... waiting) {
    for (int i = 0; i < count; i++) {
      driver.look(() -> List.of(waiting));
      clock.moveBy(BEAT);
    }
  }

  /** Leases of one server, in memory. */
  private static final class Leases implements RunLeases {
    private final Set<UUID> held = new HashSet<>();

    @Override
    public Optional<Lease> acquire(UUID run) {
      return held.add(run) ? Optional.of(new Lease(run, 1)) : Optional.empty();
    }

    @Override
    public boolean renew(Lease lease) {
      return held.contains(lease.run());
    }

    @Override
    public void release(Lease lease) {
      held.remove(lease.run());
    }
  }

  /** Work that fails as a test wants it. */
  private static final class Work implements RunDriver.Task<UUID> {
    private final List<UUID> tried = new ArrayList<>();
    private final List<String> givenUp = new ArrayList<>();
    private final Map<UUID, RunFailure> failures = new HashMap<>();
    private final Set<UUID> unfinished = new HashSet<>();
    private final Set<UUID> shared = new HashSet<>();
    private final List<UUID> helped = new ArrayList<>();
    private boolean lastWasStopped;

    @Override
    public Optional<UUID> begin(RunLeases.Lease lease) {
      return Optional.of(lease.run());
    }

    @Override
    public boolean work(UUID run, RunLeases.Lease lease, RunControl control) {
      tried.add(run);
      lastWasStopped = control.isStopped();
      if (failures.containsKey(run)) {
        throw new IllegalStateException("stopped");
      }
      return !unfinished.contains(run);
    }

    @Override
    public Optional<RunDriver.Part> join(UUID run) {
      return Optional.of(run).filter(shared::contains).map(ours -> control -> help(ours));
    }

    private void help(UUID run) {
      helped.add(run);
      if (failures.containsKey(run)) {
        throw new IllegalStateException("stopped");
      }
    }

    @Override
    public RunFailure judge(UUID run, Exception failed) {
      return Optional.ofNullable(failures.get(run))
          .orElseThrow(() -> new IllegalStateException("no answer"));
    }

    @Override
    public void giveUp(UUID run, RunLeases.Lease lease, String reason) {
      givenUp.add(run + " " + reason);
    }
  }
}
