package org.didaccess.release.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When a run that stopped is tried again. Its pause doubles with every stop in a row, up to a
 * longest one: a run that waits for a person, such as one under a suspended agreement, costs almost
 * nothing, and one whose database was away for a moment goes on at once.
 */
public final class RetryPauses {

  private final Duration first;
  private final Duration longest;
  private final Clock clock;
  private final Map<UUID, Pause> pauses = new ConcurrentHashMap<>();

  private record Pause(Duration length, Instant until) {}

  /**
   * No run pauses yet.
   *
   * @param first the pause after the first stop
   * @param longest no pause is longer
   */
  public RetryPauses(Duration first, Duration longest, Clock clock) {
    this.first = first;
    this.longest = longest;
    this.clock = clock;
  }

  /** Whether the run may be tried now. */
  public boolean isDue(UUID run) {
    Pause pause = pauses.get(run);
    return pause == null || !clock.instant().isBefore(pause.until());
  }

  /** The run stopped; returns how long it pauses. */
  public Duration stopped(UUID run) {
    return pauses.compute(run, (same, before) -> after(before)).length();
  }

  /** The run is over, whatever became of it. */
  public void forget(UUID run) {
    pauses.remove(run);
  }

  /** What held runs back may be gone: all of them are due. */
  public void forgetAll() {
    pauses.clear();
  }

  private Pause after(Pause before) {
    Duration doubled = before == null ? first : before.length().multipliedBy(2);
    Duration length = doubled.compareTo(longest) > 0 ? longest : doubled;
    return new Pause(length, clock.instant().plus(length));
  }
}
