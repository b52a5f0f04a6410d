package org.didaccess.notice.application;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.didaccess.notice.domain.Audiences;
import org.didaccess.notice.domain.NoticeBox;
import org.didaccess.notice.domain.Post;

/** Brings notices to their receivers, a bounded number in one transaction. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class NoticeDelivery {

  private static final int AT_ONCE = 100;
  private static final int LETTERS_AT_ONCE = 20;

  @Inject private NoticeBox box;
  @Inject private Audiences audiences;
  @Inject private Post post;
  @Inject private Clock clock;

  /** Delivers notices that went to nobody yet; whether more may wait. */
  public boolean deliverSome() {
    List<NoticeBox.Waiting> waiting = box.take(AT_ONCE);
    waiting.forEach(
        notice ->
            box.deliver(
                notice.id(), audiences.of(notice.notice(), notice.subject()), clock.instant()));
    return waiting.size() == AT_ONCE;
  }

  /** Hands letters to the mail server. One that went out twice does less harm than one lost. */
  public void mailSome() {
    if (post.isOpen()) {
      box.toMail(LETTERS_AT_ONCE)
          .forEach(letter -> box.mailed(letter, post.send(letter), clock.instant()));
    }
  }
}
