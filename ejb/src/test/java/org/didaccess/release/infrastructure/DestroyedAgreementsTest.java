package org.didaccess.release.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.didaccess.release.ReleaseFixture;
import org.didaccess.shared.infrastructure.Database;
import org.junit.jupiter.api.Test;

/** The ledger knows whose data were certified as destroyed. */
class DestroyedAgreementsTest {

  @Test
  void only_agreements_whose_data_are_certified_as_destroyed_are_named() throws SQLException {
    ReleaseFixture fixture = ReleaseFixture.shared();
    UUID destroyed = fixture.agreement("AGE").id();
    UUID inForce = fixture.agreement("AGE").id();
    DataSource application = fixture.database().as("did_app");
    JdbcReleaseLedger ledger = new JdbcReleaseLedger(application);

    new Database(application)
        .call("SELECT guard.record_destruction(?, NULL, ?)", destroyed, "certificate 7");

    assertThat(ledger.destroyedAmong(List.of(destroyed, inForce))).containsExactly(destroyed);
    assertThat(ledger.destroyedAmong(List.of(inForce))).isEmpty();
  }
}
