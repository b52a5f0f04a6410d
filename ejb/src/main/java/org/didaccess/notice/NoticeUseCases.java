package org.didaccess.notice;

import java.util.UUID;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;

/** What a person was told. Everybody sees their own notices and nobody else's. */
public interface NoticeUseCases {

  /** The caller's notices, the newest first. */
  Page<NoticeView> mine(PageRequest page);

  /** How many of them are not read. */
  long unread();

  /**
   * Marks one of the caller's notices as read; once more changes nothing.
   *
   * @throws NotFound where the caller has no such notice
   */
  void read(UUID notice);

  /** Marks all of the caller's notices as read. */
  void readAll();
}
