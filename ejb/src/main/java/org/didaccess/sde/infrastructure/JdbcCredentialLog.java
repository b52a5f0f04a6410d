package org.didaccess.sde.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.didaccess.sde.domain.CredentialLog;
import org.didaccess.shared.infrastructure.Database;

/** Issues as rows. */
@ApplicationScoped
public class JdbcCredentialLog implements CredentialLog {

  private final Database database;

  /** For the container's proxy. */
  protected JdbcCredentialLog() {
    this(null);
  }

  /** Over the main database. */
  @Inject
  public JdbcCredentialLog(Database database) {
    this.database = database;
  }

  @Override
  public void issued(UUID agreement, UUID person, Instant at) {
    database.update(
        """
        INSERT INTO app.workspace_credentials (agreement_id, person_id, issued_at) VALUES (?, ?, ?)
        ON CONFLICT (agreement_id, person_id) DO UPDATE SET issued_at = excluded.issued_at
        """,
        agreement,
        person,
        at);
  }

  @Override
  public Map<UUID, Instant> of(UUID agreement) {
    Map<UUID, Instant> issues = new HashMap<>();
    database.list(
        "SELECT person_id, issued_at FROM app.workspace_credentials WHERE agreement_id = ?",
        row -> issues.put(Database.id(row, "person_id"), Database.instant(row, "issued_at")),
        agreement);
    return issues;
  }
}
