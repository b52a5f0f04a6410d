package org.didaccess.notice.domain;

import java.util.Set;
import java.util.UUID;
import org.didaccess.shared.process.Notice;

/** Tells who receives a notice. */
public interface Audiences {

  /** Everybody who receives a notice about this subject and can sign in today. */
  Set<UUID> of(Notice notice, UUID subject);
}
