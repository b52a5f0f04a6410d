package org.didaccess.notice.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.didaccess.identity.CurrentPerson;
import org.didaccess.identity.Roles;
import org.didaccess.notice.NoticeUseCases;
import org.didaccess.notice.NoticeView;
import org.didaccess.notice.domain.NoticeBox;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;

/** The caller's own notices. */
@Stateless
@RolesAllowed(Roles.ANYBODY_SIGNED_IN)
public class NoticeService implements NoticeUseCases {

  @Inject private CurrentPerson caller;
  @Inject private NoticeBox box;
  @Inject private Clock clock;

  @Override
  public Page<NoticeView> mine(PageRequest page) {
    return box.of(caller.id(), page);
  }

  @Override
  public long unread() {
    return box.unread(caller.id());
  }

  @Override
  public void read(UUID notice) {
    if (!box.read(caller.id(), notice, clock.instant())) {
      throw new NotFound("notice");
    }
  }

  @Override
  public void readAll() {
    box.readAll(caller.id(), clock.instant());
  }
}
