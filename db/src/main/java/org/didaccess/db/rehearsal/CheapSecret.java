package org.didaccess.db.rehearsal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.didaccess.db.EphemeralDatabase;

/**
 * A secret of an invented person under the cheapest hash. The guard's own takes a tenth of a second
 * each time that it is checked, which is what it is for: with it hundreds of acts would take
 * minutes and not seconds.
 */
public final class CheapSecret {

  private static final String GIVE =
      """
      WITH entry AS (
        INSERT INTO ledger.entry (act, method, payload, payload_sha256)
        VALUES ('cheap_secret', 'none', '{}', repeat('0', 64)) RETURNING id)
      INSERT INTO ledger.secret
      SELECT ?, extension.crypt(?, extension.gen_salt('bf', 4)), id FROM entry
      """;

  private CheapSecret() {}

  /** From now on the person acts with this secret; the links that they got go on as they are. */
  public static void give(EphemeralDatabase database, UUID person, String secret)
      throws SQLException {
    try (Connection superuser = database.superuser();
        PreparedStatement statement = superuser.prepareStatement(GIVE)) {
      statement.setObject(1, person);
      statement.setString(2, secret);
      statement.executeUpdate();
    }
  }
}
