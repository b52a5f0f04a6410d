package org.didaccess.notice.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.didaccess.notice.NoticeView;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.shared.process.Notice;

/** Where notices lie, and who has received which. */
public interface NoticeBox {

  /**
   * A notice that was asked for and went to nobody yet.
   *
   * @param id its id
   * @param notice what it says
   * @param subject the id of what it is about
   */
  record Waiting(UUID id, Notice notice, UUID subject) {}

  /**
   * A notice on its way to a mailbox.
   *
   * @param id its id
   * @param notice what it says
   * @param person who receives it
   * @param address where mail to that person goes
   */
  record Letter(UUID id, Notice notice, UUID person, String address) {}

  /** Takes notices that went to nobody yet, the oldest first; nobody else takes them meanwhile. */
  List<Waiting> take(int most);

  /** Notes who has received a notice. */
  void deliver(UUID notice, Collection<UUID> people, Instant now);

  /** Takes receipts of people with an address that were not mailed yet. */
  List<Letter> toMail(int most);

  /** Notes that a letter went out, or failed to; it is tried five times. */
  void mailed(Letter letter, boolean sent, Instant now);

  /** A person's notices, the newest first. */
  Page<NoticeView> of(UUID person, PageRequest page);

  /** How many of a person's notices are not read. */
  long unread(UUID person);

  /** Marks a person's notice as read; whether there is such a notice. */
  boolean read(UUID person, UUID notice, Instant now);

  /** Marks all of a person's notices as read. */
  void readAll(UUID person, Instant now);
}
