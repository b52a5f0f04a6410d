package org.didaccess.release.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.didaccess.pseudonym.AgreementKeys;
import org.didaccess.pseudonym.infrastructure.FileAgreementKeys;
import org.didaccess.pseudonym.infrastructure.KeyFolders;
import org.didaccess.release.domain.ReleaseLedger;
import org.didaccess.shared.StandIns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No key outlives the data of its agreement, whatever is killed when. */
class KeyDestructionTest {

  private static final UUID CLOSED = UUID.randomUUID();
  private static final UUID IN_FORCE = UUID.randomUUID();

  @TempDir private Path home;
  private AgreementKeys keys;

  @BeforeEach
  void keys_of_two_agreements() {
    keys = new FileAgreementKeys(KeyFolders.under(home));
    keys.keyOfFirstUse(CLOSED);
    keys.keyOfFirstUse(IN_FORCE);
  }

  @Test
  void a_key_that_a_killed_server_left_is_destroyed_by_the_next_look_and_no_other() {
    knowing(List.of(CLOSED)).catchUp();

    assertThat(keys.held()).containsExactly(IN_FORCE);
    assertThat(keys.isDestroyed(CLOSED)).isTrue();
    assertThat(keys.isDestroyed(IN_FORCE)).isFalse();
  }

  @Test
  void a_look_that_finds_no_closed_agreement_destroys_nothing() {
    knowing(List.of()).catchUp();

    assertThat(keys.held()).containsExactlyInAnyOrder(CLOSED, IN_FORCE);
  }

  private KeyDestruction knowing(List<UUID> destroyed) {
    ReleaseLedger ledger =
        StandIns.of(ReleaseLedger.class, Map.of("destroyedAmong", among -> destroyed));
    return new KeyDestruction(keys, ledger, Clock.systemUTC());
  }
}
