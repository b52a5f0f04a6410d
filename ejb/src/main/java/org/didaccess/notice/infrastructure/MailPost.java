package org.didaccess.notice.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.didaccess.notice.domain.NoticeBox;
import org.didaccess.notice.domain.Post;

/**
 * Letters over the server's mail session. A letter says that something happened and nothing about
 * whom or what: mail is read by others on its way.
 */
@ApplicationScoped
public class MailPost implements Post {

  private static final System.Logger LOG = System.getLogger(MailPost.class.getName());
  private static final String SERVER = "DID_SMTP_HOST";
  private static final String PUBLIC_ADDRESS = "DID_PUBLIC_URL";

  @Resource(lookup = "java:jboss/mail/Default")
  private Session session;

  @Override
  public boolean isOpen() {
    return named(SERVER).isPresent();
  }

  @Override
  public boolean send(NoticeBox.Letter letter) {
    try {
      MimeMessage message = new MimeMessage(session);
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.address(), true));
      message.setSubject("DID Access: a notice for you", StandardCharsets.UTF_8.name());
      message.setText(text(letter), StandardCharsets.UTF_8.name());
      Transport.send(message);
      return true;
    } catch (MessagingException failure) {
      // Addresses stay out of the log.
      LOG.log(
          System.Logger.Level.WARNING,
          "A notice could not be mailed: {0}",
          failure.getClass().getSimpleName());
      return false;
    }
  }

  private static String text(NoticeBox.Letter letter) {
    return letter.notice().text()
        + "\n\nSign in to see what it is about:\n"
        + named(PUBLIC_ADDRESS).orElse("")
        + "/notices\n";
  }

  private static Optional<String> named(String variable) {
    return Optional.ofNullable(System.getenv(variable))
        .map(String::strip)
        .filter(v -> !v.isEmpty());
  }
}
