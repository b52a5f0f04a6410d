package org.didaccess.release.infrastructure;

import javax.sql.DataSource;
import org.didaccess.release.domain.DisclosureRule;
import org.didaccess.release.domain.DisclosureRules;
import org.didaccess.shared.infrastructure.Database;

/** The rules where the guard keeps them. */
public final class JdbcDisclosureRules implements DisclosureRules {

  private final Database main;

  /** Read as the application's login. */
  public JdbcDisclosureRules(DataSource main) {
    this.main = new Database(main);
  }

  @Override
  public DisclosureRule of(String accessMethod) {
    return main.first(
            "SELECT smallest, round_to FROM guard.disclosure_rule WHERE route = ?",
            row -> new DisclosureRule(row.getLong("smallest"), row.getLong("round_to")),
            accessMethod)
        .orElseThrow();
  }
}
