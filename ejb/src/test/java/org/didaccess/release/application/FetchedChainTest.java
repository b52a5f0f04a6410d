package org.didaccess.release.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.release.OrderRefreshes;
import org.didaccess.release.RefreshContent;
import org.didaccess.release.domain.Extract;
import org.didaccess.release.domain.ExtractRepository;
import org.didaccess.release.domain.StandingOrder;
import org.junit.jupiter.api.Test;

/** Changes follow on what was fetched, back to the last full refresh. */
class FetchedChainTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final Map<UUID, Extract> kept = new HashMap<>();
  private final FetchedChain chain = new FetchedChain(repository());

  @Test
  void a_package_that_nobody_fetched_is_followed_by_a_full_one() {
    Extract full = kept(RefreshContent.FULL, null);
    assertThat(chain.isWhole(full.id())).isFalse();
    full.fetched(NOW);
    assertThat(chain.isWhole(full.id())).isTrue();
  }

  @Test
  void so_is_one_that_follows_on_what_nobody_fetched() {
    Extract full = kept(RefreshContent.FULL, null);
    Extract second = kept(RefreshContent.CHANGES, full.id());
    Extract third = kept(RefreshContent.CHANGES, second.id());
    second.fetched(NOW);
    third.fetched(NOW);
    assertThat(chain.isWhole(third.id())).isFalse();
    full.fetched(NOW);
    assertThat(chain.isWhole(third.id())).isTrue();
  }

  @Test
  void what_came_before_the_last_full_one_does_not_matter() {
    Extract missed = kept(RefreshContent.FULL, null);
    Extract full = kept(RefreshContent.FULL, missed.id());
    full.fetched(NOW);
    assertThat(chain.isWhole(full.id())).isTrue();
  }

  private Extract kept(RefreshContent content, UUID base) {
    StandingOrder standing =
        new StandingOrder(
            UUID.randomUUID(),
            new OrderRefreshes(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "age1invented",
                null,
                content,
                1,
                null),
            UUID.randomUUID(),
            NOW);
    Extract extract =
        Extract.refresh(UUID.randomUUID(), standing, content, base, new byte[] {1}, NOW);
    kept.put(extract.id(), extract);
    return extract;
  }

  /** Finds what the test kept, and does nothing else. */
  private ExtractRepository repository() {
    return (ExtractRepository)
        Proxy.newProxyInstance(
            ExtractRepository.class.getClassLoader(),
            new Class<?>[] {ExtractRepository.class},
            (proxy, method, values) -> Optional.ofNullable(kept.get(values[0])));
  }
}
