package org.didaccess.release.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.didaccess.pseudonym.AgreementKeys;
import org.didaccess.pseudonym.infrastructure.FileAgreementKeys;
import org.didaccess.pseudonym.infrastructure.KeyFolders;
import org.didaccess.release.ReleaseFixture;
import org.didaccess.release.infrastructure.JdbcReleaseLedger;
import org.didaccess.shared.infrastructure.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No key outlives the data of its agreement, whatever is killed when. */
class KeyDestructionTest {

  @TempDir private Path home;
  private DataSource application;
  private UUID closed;
  private UUID inForce;
  private AgreementKeys keys;

  @BeforeEach
  void keys_of_two_agreements() throws SQLException {
    ReleaseFixture fixture = ReleaseFixture.shared();
    application = fixture.database().as("did_app");
    closed = fixture.agreement("AGE").id();
    inForce = fixture.agreement("AGE").id();
    keys = new FileAgreementKeys(KeyFolders.under(home));
    keys.keyOfFirstUse(closed);
    keys.keyOfFirstUse(inForce);
  }

  @Test
  void a_key_that_a_killed_server_left_is_destroyed_by_the_next_look_and_no_other() {
    new Database(application)
        .call("SELECT guard.record_destruction(?, NULL, ?)", closed, "certificate 7");

    destruction().catchUp();

    assertThat(keys.held()).containsExactly(inForce);
    assertThat(keys.isDestroyed(closed)).isTrue();
    assertThat(keys.isDestroyed(inForce)).isFalse();
  }

  @Test
  void a_look_that_finds_no_closed_agreement_destroys_nothing() {
    destruction().catchUp();

    assertThat(keys.held()).containsExactlyInAnyOrder(closed, inForce);
  }

  private KeyDestruction destruction() {
    return new KeyDestruction(keys, new JdbcReleaseLedger(application), Clock.systemUTC());
  }
}
