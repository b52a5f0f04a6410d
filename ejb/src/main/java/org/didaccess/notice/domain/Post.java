package org.didaccess.notice.domain;

/** Sends letters. */
public interface Post {

  /** Whether a mail server is named at all. */
  boolean isOpen();

  /** Sends a letter; whether the mail server took it. */
  boolean send(NoticeBox.Letter letter);
}
