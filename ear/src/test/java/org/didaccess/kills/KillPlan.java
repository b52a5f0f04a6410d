package org.didaccess.kills;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Which kills are made. The same seed gives the same plan. Every moment of both kinds of work is
 * struck, and every victim dies several times; the first kill of each work falls into its midst.
 */
final class KillPlan {
  private static final int KILLS_A_WORK = 10;
  private static final int LONGEST_DELAY = 150;
  private static final List<Moment> MIDST =
      List.of(Moment.MONTHS, Moment.MONTH_WRITTEN, Moment.RECORDING);

  private final Random random;

  private KillPlan(long seed) {
    this.random = new Random(seed);
  }

  /** One kill a work: of the server under a release, of PostgreSQL under a provisioning. */
  static List<Kill> small(long seed) {
    List<Kill> all = full(seed);
    return List.of(all.get(0), all.get(KILLS_A_WORK));
  }

  /** All twenty. */
  static List<Kill> full(long seed) {
    KillPlan plan = new KillPlan(seed);
    List<Kill> kills = new ArrayList<>();
    for (Work work : Work.values()) {
      kills.addAll(plan.of(work));
    }
    return kills;
  }

  private List<Kill> of(Work work) {
    List<Moment> moments = new ArrayList<>(work.moments());
    Moment first = MIDST.get(random.nextInt(MIDST.size()));
    moments.remove(first);
    Collections.shuffle(moments, random);
    moments.add(0, first);
    List<Kill> kills = new ArrayList<>();
    for (int i = 0; i < KILLS_A_WORK; i++) {
      Moment moment = i < moments.size() ? moments.get(i) : first;
      Victim victim = work.victims().get(i % work.victims().size());
      kills.add(new Kill(work, moment, victim, random.nextInt(LONGEST_DELAY)));
    }
    return kills;
  }
}
