package org.didaccess.web.notice;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.didaccess.notice.NoticeUseCases;
import org.didaccess.notice.NoticeView;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.page.Rows;
import org.didaccess.web.security.PageAccess;

/** The viewer's notices. */
@Named
@ViewScoped
@PageAccess(view = "/notices", roles = PageAccess.SIGNED_IN)
public class NoticesPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private NoticeUseCases notices;
  @Inject private Attempt attempt;

  private transient Rows<NoticeView> rows;

  /** The notices, the newest first. */
  public Rows<NoticeView> getRows() {
    if (rows == null) {
      rows = new Rows<>(part -> notices.mine(part));
    }
    return rows;
  }

  /** How many are not read. */
  public long getUnread() {
    return notices.unread();
  }

  /** Where a notice leads. */
  public String address(NoticeView notice) {
    String page =
        switch (notice.subject()) {
          case APPLICATION -> "/application/overview";
          case AGREEMENT -> "/agreement";
          case RELEASE -> "/release";
          case WORKSPACE -> "/workspace";
        };
    return page + "?id=" + notice.subjectId();
  }

  /** Marks all of them as read. */
  public String readAll() {
    return attempt.run(notices::readAll, "All notices are marked as read.", "/notices");
  }
}
