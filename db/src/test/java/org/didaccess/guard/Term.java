package org.didaccess.guard;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/** Moves an agreement's term, as if time had passed: with the rights of nobody at run time. */
final class Term {
  private Term() {}

  static void move(Request request, LocalDate from, LocalDate to) throws SQLException {
    try (Connection superuser = request.world.superuser()) {
      Sql.run(superuser, "ALTER TABLE ledger.agreement DISABLE TRIGGER append_only");
      Sql.one(
          superuser,
          "UPDATE ledger.agreement SET starts_on = ?, ends_on = ? WHERE id = ?",
          from,
          to,
          request.agreement);
      Sql.run(superuser, "ALTER TABLE ledger.agreement ENABLE ALWAYS TRIGGER append_only");
    }
  }
}
