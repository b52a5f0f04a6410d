package org.didaccess.release.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.db.rehearsal.Rehearsal;
import org.didaccess.db.rehearsal.Terms;
import org.didaccess.notice.infrastructure.JdbcAudiences;
import org.didaccess.shared.infrastructure.Database;
import org.didaccess.shared.process.Notice;
import org.junit.jupiter.api.Test;

/** Who is told that a package is there. */
class PublicationAudienceTest {

  @Test
  void the_named_recipients_of_the_receiving_organisation_are_told_and_nobody_else()
      throws SQLException {
    EphemeralDatabase database = EphemeralDatabase.fresh();
    Rehearsal rehearsal = Rehearsal.in(database);
    LocalDate day = LocalDate.of(2025, 1, 1);
    Terms terms = new Terms(List.of("AGE"), day, day.plusMonths(1), "age1inventedrecipientkey");
    JdbcAudiences audiences = new JdbcAudiences(new Database(database.as("did_app")));

    assertThat(audiences.of(Notice.RELEASE_PUBLISHED, rehearsal.agreement(terms).order().id()))
        .containsExactly(rehearsal.person("colin.collaborator"));
  }
}
