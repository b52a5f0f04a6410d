package org.didaccess.shared.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.didaccess.shared.Ids;
import org.didaccess.shared.process.Notice;
import org.didaccess.shared.process.Reminders;

/** Keeps the notices that processes ask for, in the transaction of the step that asks. */
@ApplicationScoped
public class StoredReminders implements Reminders {

  private static final String INSERT =
      "INSERT INTO app.notice (id, notice, subject_id, asked_at) VALUES (?, ?, ?, ?)";

  private final Database database;
  private final Clock clock;

  /** For the container's proxy. */
  protected StoredReminders() {
    this(null, null);
  }

  /** Over the main database. */
  @Inject
  public StoredReminders(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public void remind(Notice notice, UUID subject) {
    database.update(INSERT, Ids.next(), notice.name(), subject, clock.instant());
  }
}
