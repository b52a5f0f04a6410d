package org.didaccess.release.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.didaccess.db.rehearsal.RehearsedAgreement;
import org.didaccess.release.ReleaseFixture;
import org.junit.jupiter.api.Test;

/** Which agreements a download asks for: of a bridge, all three. */
class BridgedAgreementsTest {

  private final ReleaseFixture fixture;
  private final JdbcReleaseLedger ledger;

  BridgedAgreementsTest() throws SQLException {
    fixture = ReleaseFixture.shared();
    ledger = new JdbcReleaseLedger(fixture.database().as("did_app"));
  }

  @Test
  void a_release_leaves_under_its_own_agreement() throws SQLException {
    RehearsedAgreement agreement = fixture.agreement("AGE");
    assertThat(ledger.agreementsOf(agreement.order().id())).containsExactly(agreement.id());
  }

  @Test
  void a_bridge_leaves_under_the_two_that_it_joins_besides() throws SQLException {
    RehearsedAgreement one = fixture.agreement("PERSON_ID");
    RehearsedAgreement other = fixture.agreement("PERSON_ID");
    RehearsedAgreement bridge = fixture.agreement("PERSON_ID");
    UUID run = bridge.order().id();
    link(run, "bridge:REHEARSED-" + one.id() + "+REHEARSED-" + other.id());

    assertThat(ledger.agreementsOf(run))
        .containsExactlyInAnyOrder(one.id(), other.id(), bridge.id());
  }

  private void link(UUID run, String linkage) throws SQLException {
    try (Connection superuser = fixture.database().superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(
          "UPDATE app.selection SET linkage = '%s' WHERE id = (SELECT selection_id"
                  .formatted(linkage)
              + " FROM ledger.release_order WHERE run_id = '%s')".formatted(run));
    }
  }
}
