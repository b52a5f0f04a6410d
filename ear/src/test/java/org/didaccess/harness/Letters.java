package org.didaccess.harness;

import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;

/** A real mail server on a free port, which keeps what it is handed. */
public final class Letters {
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  /** Starts it. */
  void start() {
    server.start();
  }

  /** Ends it. */
  void stop() {
    server.stop();
  }

  /** The port that it listens on. */
  int port() {
    SmtpServer smtp = server.getSmtp();
    return smtp.getPort();
  }

  /** The texts of what was sent to an address. */
  public List<String> to(String address) {
    return Arrays.stream(server.getReceivedMessages())
        .filter(letter -> isTo(letter, address))
        .map(GreenMailUtil::getBody)
        .toList();
  }

  private static boolean isTo(MimeMessage letter, String address) {
    try {
      return Arrays.stream(letter.getRecipients(Message.RecipientType.TO))
          .anyMatch(recipient -> recipient.toString().equals(address));
    } catch (MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
