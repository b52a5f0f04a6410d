package org.didaccess.notice.application;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Goes round every few seconds: notices to their receivers, then letters to the mail server. */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NoticeRounds {

  @Inject private NoticeDelivery delivery;

  /** One round; it stops where nothing waits any more. */
  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  void round() {
    while (delivery.deliverSome()) {
      // Each part is a transaction of its own.
    }
    delivery.mailSome();
  }
}
