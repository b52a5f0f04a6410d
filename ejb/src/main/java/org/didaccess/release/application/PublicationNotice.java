package org.didaccess.release.application;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.didaccess.release.ExtractPublished;
import org.didaccess.shared.process.Notice;
import org.didaccess.shared.process.Reminders;

/** Tells the recipients that a package is there: nobody looks for what they do not know of. */
@Dependent
public class PublicationNotice {

  @Inject private Reminders reminders;

  /** In the transaction of the publication. */
  void onPublished(@Observes ExtractPublished published) {
    reminders.remind(Notice.RELEASE_PUBLISHED, published.extract());
  }
}
