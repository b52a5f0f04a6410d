package org.didaccess.sde.application;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.db.rehearsal.Rehearsal;
import org.didaccess.db.rehearsal.RehearsedAgreement;
import org.didaccess.db.rehearsal.Terms;

/** An agreement in force whose data are seen in a workspace. */
final class RehearsedWorkspace {

  private RehearsedWorkspace() {}

  static RehearsedAgreement agreement(EphemeralDatabase main) throws SQLException {
    Terms terms =
        new Terms(List.of("AGE"), LocalDate.of(2025, 1, 1), LocalDate.of(2025, 3, 31), null);
    return Rehearsal.in(main).agreement(terms.inWorkspace());
  }
}
