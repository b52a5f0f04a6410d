package org.didaccess.web.source;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.didaccess.identity.Roles;
import org.didaccess.shared.NotFound;
import org.didaccess.source.ProviderStanding;
import org.didaccess.source.Punctuality;
import org.didaccess.source.QualityUseCases;
import org.didaccess.web.page.Rows;
import org.didaccess.web.security.PageAccess;

/** All providers in one month: who sent in time, late or not at all. */
@Named
@ViewScoped
@PageAccess(
    view = "/submission/month",
    roles = {Roles.DATA_MANAGER, Roles.AUDITOR, Roles.ADMINISTRATOR})
public class MonthQualityPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private QualityUseCases quality;
  @Inject private Clock clock;

  private String month;
  private transient Rows<ProviderStanding> rows;

  @PostConstruct
  void lastMonth() {
    month = YearMonth.now(clock).minusMonths(1).toString();
  }

  /** The providers, by code. */
  public Rows<ProviderStanding> getRows() {
    if (rows == null) {
      YearMonth asked = asked();
      rows = new Rows<>(part -> quality.month(asked, part));
    }
    return rows;
  }

  /** The last day on which the month is in time. */
  public LocalDate getLastDay() {
    return Punctuality.lastDay(asked());
  }

  public String getBefore() {
    return asked().minusMonths(1).toString();
  }

  public String getAfter() {
    return asked().plusMonths(1).toString();
  }

  private YearMonth asked() {
    try {
      return YearMonth.parse(month);
    } catch (DateTimeException none) {
      throw new NotFound("month");
    }
  }

  public String getMonth() {
    return month;
  }

  public void setMonth(String month) {
    this.month = month == null ? this.month : month;
  }
}
