package org.didaccess.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.didaccess.db.rehearsal.Campaign;
import org.didaccess.harness.RunningProduct;
import org.didaccess.launcher.demo.Months;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the server, PostgreSQL, and both, while packages and workspaces are made: after a restart
 * each is finished or cleanly undone, no package is published twice, and nobody ever sees a
 * half-filled schema.
 */
class HardKillIT {
  private static final long SEED = Long.getLong("did.kills.seed", 20_261);
  private static final long ROWS = 120_000;

  private final RunningProduct product = RunningProduct.shared();
  private final List<Sighting> sightings = new ArrayList<>();
  private final Map<Work, Site<?>> sites = new EnumMap<>(Work.class);

  @TestFactory
  Stream<DynamicTest> after_a_hard_kill_the_work_is_finished_or_cleanly_undone(
      @TempDir Path folder) {
    Months months = Months.loaded(product, ROWS);
    sites.put(Work.RELEASE, ReleaseSite.over(months, product, folder));
    sites.put(Work.PROVISIONING, WorkspaceSite.over(months, product, folder));
    List<Kill> plan = Campaign.isFull() ? KillPlan.full(SEED) : KillPlan.small(SEED);
    List<DynamicTest> tests = new ArrayList<>();
    plan.forEach(kill -> tests.add(DynamicTest.dynamicTest(kill.toString(), () -> play(kill))));
    tests.add(
        DynamicTest.dynamicTest(
            "most kills hit the work midway", () -> mostHitMidway(plan.size())));
    if (Campaign.isFull()) {
      tests.add(
          DynamicTest.dynamicTest(
              "a killed database whose port is taken moves, and the server with it",
              this::portIsTaken));
    }
    return tests.stream();
  }

  private void play(Kill kill) throws Exception {
    Sighting sighting = sites.get(kill.work()).play(kill);
    sightings.add(sighting);
    System.out.println(sighting);
  }

  private void mostHitMidway(int kills) {
    assertThat(sightings).filteredOn(Sighting::midway).hasSizeGreaterThanOrEqualTo(kills * 3 / 4);
  }

  private void portIsTaken() throws IOException {
    int port = URI.create(mainUrl().substring("jdbc:".length())).getPort();
    product.killDatabase();
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      product.restart();
      assertThat(mainUrl()).doesNotContain(":" + taken.getLocalPort() + "/");
    }
    assertThat(product.isReady()).isTrue();
  }

  private String mainUrl() {
    return product.databases().main().url();
  }
}
