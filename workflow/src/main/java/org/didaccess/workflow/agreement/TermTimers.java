package org.didaccess.workflow.agreement;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.didaccess.workflow.process.Facts;
import org.didaccess.workflow.process.Steps;

/** The instants at which a term's timers go off. The agreement's dates are London's. */
final class TermTimers {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Duration NOTICE = Duration.ofDays(60);

  private TermTimers() {}

  /** From the first instant of the first day to the first instant after the last one. */
  static Facts between(LocalDate startsOn, LocalDate endsOn) {
    Instant starts = startsOn.atStartOfDay(LONDON).toInstant();
    Instant ends = endsOn.plusDays(1).atStartOfDay(LONDON).toInstant();
    return Facts.none()
        .with(Steps.Agreement.STARTS_AT, starts)
        .with(Steps.Agreement.REMIND_AT, reminder(starts, ends))
        .with(Steps.Agreement.ENDS_AT, ends);
  }

  /** Sixty days before the end, and never in the first half of a shorter term. */
  private static Instant reminder(Instant starts, Instant ends) {
    Instant halfway = starts.plus(Duration.between(starts, ends).dividedBy(2));
    Instant sixtyDays = ends.minus(NOTICE);
    return sixtyDays.isBefore(halfway) ? halfway : sixtyDays;
  }
}
