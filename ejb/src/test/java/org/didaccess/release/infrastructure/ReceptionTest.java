package org.didaccess.release.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.db.rehearsal.OrderedRun;
import org.didaccess.db.rehearsal.Rehearsal;
import org.didaccess.db.rehearsal.RehearsedAgreement;
import org.didaccess.db.rehearsal.Terms;
import org.didaccess.release.domain.ReleaseLedger.Reception;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever receives does so for an organisation of theirs, and for no other of the agreement. */
class ReceptionTest {

  private final EphemeralDatabase database = EphemeralDatabase.fresh();
  private final JdbcReleaseLedger ledger = new JdbcReleaseLedger(database.as("did_app"));
  private Rehearsal rehearsal;
  private RehearsedAgreement agreement;
  private OrderedRun run;

  @BeforeEach
  void a_run_for_the_university() throws SQLException {
    rehearsal = Rehearsal.in(database);
    LocalDate day = LocalDate.of(2025, 1, 1);
    agreement =
        rehearsal.agreement(
            new Terms(List.of("AGE"), day, day.plusMonths(1), "age1inventedrecipientkey"));
    run = agreement.order();
  }

  @Test
  void the_named_person_of_the_university_receives_it() throws SQLException {
    UUID named = rehearsal.person("colin.collaborator");
    assertThat(ledger.runsReceivedBy(named)).containsExactly(run.id());
    assertThat(ledger.receivedBy(named)).containsExactly(reception(named));
    assertThat(ledger.runsReceivedBy(rehearsal.person("rosa.researcher"))).isEmpty();
  }

  @Test
  void the_named_person_of_another_recipient_of_the_agreement_does_not() throws SQLException {
    UUID named = rehearsal.person("ursula.chair");
    write("INSERT INTO ledger.agreement_party SELECT '%s', organisation_id, 'recipient'", named);
    write(
        "INSERT INTO ledger.agreement_person SELECT '%s', person_id, NULL, 'recipient', 1", named);

    assertThat(ledger.runsReceivedBy(named)).isEmpty();
    assertThat(ledger.receivedBy(named)).containsExactly(reception(named));
  }

  @Test
  void whoever_left_the_university_receives_nothing_any_more() throws SQLException {
    UUID named = rehearsal.person("colin.collaborator");
    execute(
        "INSERT INTO ledger.membership_end SELECT entry_id, entry_id FROM ledger.membership"
            + " WHERE person_id = '%s'".formatted(named));
    assertThat(ledger.runsReceivedBy(named)).isEmpty();
    assertThat(ledger.receivedBy(named)).isEmpty();
  }

  /** Adds to the agreement what a person's membership tells. */
  private void write(String insert, UUID person) throws SQLException {
    execute(
        insert.formatted(agreement.id())
            + " FROM ledger.active_membership WHERE person_id = '%s'".formatted(person));
  }

  private void execute(String sql) throws SQLException {
    try (Connection superuser = database.superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }

  private Reception reception(UUID person) throws SQLException {
    try (Connection superuser = database.superuser();
        Statement statement = superuser.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT organisation_id FROM ledger.active_membership WHERE person_id = '%s'"
                    .formatted(person))) {
      rows.next();
      return new Reception(agreement.id(), rows.getObject(1, UUID.class));
    }
  }
}
