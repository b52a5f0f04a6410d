package org.didaccess.release.infrastructure;

import java.util.List;
import javax.sql.DataSource;
import org.didaccess.pseudonym.WrappedSecrets;
import org.didaccess.pseudonym.infrastructure.WrappedColumn;
import org.didaccess.release.domain.RunPurposes;

/** What the database keeps of runs under the master key. */
public final class WrappedRunSecrets {

  private WrappedRunSecrets() {}

  /** Each column, over the application's login. */
  public static List<WrappedSecrets> in(DataSource main) {
    return List.of(
        new WrappedColumn(
            main,
            "SELECT id, run_token FROM app.extract WHERE id > ? ORDER BY id LIMIT 500",
            "UPDATE app.extract SET run_token = ? WHERE id = ?",
            RunPurposes::token),
        new WrappedColumn(
            main,
            "SELECT id, decode(sample, 'base64') FROM app.extract"
                + " WHERE id > ? AND sample IS NOT NULL ORDER BY id LIMIT 500",
            // PostgreSQL breaks Base64 into lines, which its readers here do not expect.
            "UPDATE app.extract SET sample = translate(encode(?, 'base64'), E'\\n', '') WHERE id = ?",
            RunPurposes::sample));
  }
}
