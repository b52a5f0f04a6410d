package org.didaccess.notice.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.didaccess.notice.NoticeView;
import org.didaccess.notice.domain.NoticeBox;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.shared.infrastructure.Database;
import org.didaccess.shared.process.Notice;

/** Notices and receipts in the main database. */
@ApplicationScoped
public class JdbcNoticeBox implements NoticeBox {

  private static final String TAKE =
      """
      SELECT id, notice, subject_id FROM app.notice WHERE delivered_at IS NULL
      ORDER BY asked_at LIMIT ? FOR UPDATE SKIP LOCKED""";

  private static final String RECEIVE =
      """
      INSERT INTO app.notice_receipt (notice_id, person_id, asked_at)
      SELECT n.id, p, n.asked_at FROM app.notice n CROSS JOIN unnest(?::uuid[]) AS p
      WHERE n.id = ? ON CONFLICT DO NOTHING""";

  private static final String DELIVERED = "UPDATE app.notice SET delivered_at = ? WHERE id = ?";

  private static final String TO_MAIL =
      """
      SELECT r.notice_id, r.person_id, n.notice, l.email
      FROM app.notice_receipt r
      JOIN app.notice n ON n.id = r.notice_id
      JOIN app.person_label l ON l.person_id = r.person_id AND l.email IS NOT NULL
      WHERE r.mailed_at IS NULL AND r.mail_attempts < 5
      ORDER BY r.asked_at LIMIT ? FOR UPDATE OF r SKIP LOCKED""";

  private static final String MAILED =
      """
      UPDATE app.notice_receipt SET mail_attempts = mail_attempts + 1, mailed_at = ?
      WHERE notice_id = ? AND person_id = ?""";

  private static final String OF_PERSON =
      """
      SELECT n.id, n.notice, n.subject_id, n.asked_at, r.read_at
      FROM app.notice_receipt r JOIN app.notice n ON n.id = r.notice_id
      WHERE r.person_id = ? ORDER BY r.asked_at DESC, r.notice_id OFFSET ? LIMIT ?""";

  private static final String COUNT = "SELECT count(*) FROM app.notice_receipt WHERE person_id = ?";

  private static final String UNREAD =
      "SELECT count(*) FROM app.notice_receipt WHERE person_id = ? AND read_at IS NULL";

  private static final String READ =
      """
      UPDATE app.notice_receipt SET read_at = coalesce(read_at, ?)
      WHERE person_id = ? AND notice_id = ?""";

  private static final String READ_ALL =
      "UPDATE app.notice_receipt SET read_at = ? WHERE person_id = ? AND read_at IS NULL";

  private final Database database;

  /** For the container's proxy. */
  protected JdbcNoticeBox() {
    this(null);
  }

  /** Over the main database. */
  @Inject
  public JdbcNoticeBox(Database database) {
    this.database = database;
  }

  @Override
  public List<Waiting> take(int most) {
    return database.list(
        TAKE,
        row ->
            new Waiting(
                Database.id(row, "id"),
                Notice.valueOf(row.getString("notice")),
                Database.id(row, "subject_id")),
        most);
  }

  @Override
  public void deliver(UUID notice, Collection<UUID> people, Instant now) {
    database.update(RECEIVE, people.toArray(UUID[]::new), notice);
    database.update(DELIVERED, now, notice);
  }

  @Override
  public List<Letter> toMail(int most) {
    return database.list(
        TO_MAIL,
        row ->
            new Letter(
                Database.id(row, "notice_id"),
                Notice.valueOf(row.getString("notice")),
                Database.id(row, "person_id"),
                row.getString("email")),
        most);
  }

  @Override
  public void mailed(Letter letter, boolean sent, Instant now) {
    database.update(MAILED, sent ? now : null, letter.id(), letter.person());
  }

  @Override
  public Page<NoticeView> of(UUID person, PageRequest page) {
    return new Page<>(
        database.list(OF_PERSON, JdbcNoticeBox::view, person, page.offset(), page.limit()),
        database.count(COUNT, person));
  }

  private static NoticeView view(ResultSet row) throws SQLException {
    Notice notice = Notice.valueOf(row.getString("notice"));
    return new NoticeView(
        Database.id(row, "id"),
        notice.text(),
        notice.subject(),
        Database.id(row, "subject_id"),
        Database.instant(row, "asked_at"),
        Database.instant(row, "read_at") != null);
  }

  @Override
  public long unread(UUID person) {
    return database.count(UNREAD, person);
  }

  @Override
  public boolean read(UUID person, UUID notice, Instant now) {
    return database.update(READ, now, person, notice) == 1;
  }

  @Override
  public void readAll(UUID person, Instant now) {
    database.update(READ_ALL, now, person);
  }
}
