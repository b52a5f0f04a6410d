package org.didaccess.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.db.rehearsal.Campaign;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills at random moments: of the process that loads or releases, and of PostgreSQL under it. The
 * seed gives the plan.
 */
class HardKillsTest {

  private static final long SEED = Long.getLong("did.kills.seed", 20_261);

  private static final List<Victim> VICTIMS = List.of(Victim.values());
  private static final List<Releases.Work> WORKS = List.of(Releases.Work.values());

  private final Random random = new Random(SEED);
  private final List<Boolean> midway = new ArrayList<>();

  @TestFactory
  Stream<DynamicTest> nothing_is_lost_or_doubled_and_the_bytes_are_the_same(@TempDir Path folder)
      throws Exception {
    EphemeralDatabase empty = EphemeralDatabase.durable();
    int loads = Campaign.of(2, 50);
    int runs = Campaign.of(3, 50);
    Loads loading = Loads.of(loads, empty, folder);
    Releases releasing = Releases.on(empty, folder);
    List<DynamicTest> kills = new ArrayList<>();
    for (int i = 0; i < loads; i++) {
      Victim victim = VICTIMS.get(i % VICTIMS.size());
      double moment = random.nextDouble();
      kills.add(kill("load", victim, moment, () -> loading.play(victim, moment)));
    }
    kills.add(DynamicTest.dynamicTest("what was loaded is the same", loading::mustBeTheSame));
    for (int i = 0; i < runs; i++) {
      Releases.Work work = WORKS.get(i % WORKS.size());
      Victim victim = VICTIMS.get(i % VICTIMS.size());
      double moment = random.nextDouble();
      kills.add(
          kill(
              work.name().toLowerCase(Locale.ROOT),
              victim,
              moment,
              () -> releasing.play(work, victim, moment)));
    }
    kills.add(DynamicTest.dynamicTest("most kills hit the work midway", this::mostHitMidway));
    return kills.stream();
  }

  private DynamicTest kill(String work, Victim victim, double moment, Play play) {
    return DynamicTest.dynamicTest(
        "%s, at %.0f %%: kill of the %s"
            .formatted(work, moment * 100, victim.name().toLowerCase(Locale.ROOT)),
        () -> midway.add(play.hitsMidway()));
  }

  private void mostHitMidway() {
    assertThat(midway).filteredOn(hit -> hit).hasSizeGreaterThanOrEqualTo(midway.size() / 2);
  }

  /** One kill with everything that is looked at after it. */
  @FunctionalInterface
  private interface Play {
    boolean hitsMidway() throws Exception;
  }
}
