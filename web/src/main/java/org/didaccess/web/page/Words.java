package org.didaccess.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.didaccess.shared.TurnView;

/** Dates, times and states in words. Times are London's, as the guard reckons dates. */
@Named
@ApplicationScoped
public class Words {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

  /** Colours of the states' tags: green is settled well, red is stopped, yellow waits. */
  private static final Map<String, String> COLOURS =
      Map.ofEntries(
          Map.entry("DRAFT", "grey"),
          Map.entry("SUBMITTED", "blue"),
          Map.entry("RETURNED", "yellow"),
          Map.entry("IN_REVIEW", "blue"),
          Map.entry("NARROWED", "yellow"),
          Map.entry("APPROVED", "green"),
          Map.entry("REJECTED", "red"),
          Map.entry("WITHDRAWN", "grey"),
          Map.entry("AGREED", "green"),
          Map.entry("DRAFTED", "yellow"),
          Map.entry("ACTIVE", "green"),
          Map.entry("PUBLISHED", "green"),
          Map.entry("FAILED", "red"),
          Map.entry("RECALLED", "red"),
          Map.entry("DESTROYED", "grey"),
          Map.entry("SUSPENDED", "red"),
          Map.entry("REVOKED", "red"),
          Map.entry("BLOCKED", "red"),
          Map.entry("OPEN", "yellow"),
          Map.entry("DEFERRED", "yellow"),
          Map.entry("COMPLETED", "green"),
          Map.entry("IN_PROGRESS", "light-blue"),
          Map.entry("NOT_STARTED", "grey"),
          Map.entry("IN_TIME", "green"),
          Map.entry("LATE", "yellow"),
          Map.entry("MISSING", "red"),
          Map.entry("DUE", "grey"));

  /** A date such as 1 April 2026. */
  public String date(LocalDate date) {
    return date == null ? "" : DATE.format(date);
  }

  /** A time such as 1 April 2026, 16:05. */
  public String time(Instant time) {
    return time == null ? "" : TIME.format(time.atZone(LONDON));
  }

  /** The class of a state's tag. */
  public String tagColour(Object state) {
    return "govuk-tag--" + COLOURS.getOrDefault(String.valueOf(state), "grey");
  }

  /** The text with a capital first letter. */
  public String capital(String text) {
    return text == null || text.isEmpty()
        ? ""
        : text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
  }

  /** How long a turn has taken and how long it usually takes. */
  public String turnTime(TurnView turn) {
    if (turn == null) {
      return "";
    }
    String sofar =
        turn.daysSoFar() == 0 ? "Since today." : "For " + days(turn.daysSoFar()) + " so far.";
    return turn.usualDays() == null
        ? sofar
        : sofar + " Usually takes " + days(turn.usualDays()) + ".";
  }

  /** A coded value such as {@code row-level} as words: Row level. */
  public String plain(String code) {
    return code == null
        ? ""
        : capital(code.replace('-', ' ').replace('_', ' ').toLowerCase(Locale.UK));
  }

  /** A part of a hundred such as 97.4%; empty where there is nothing to be part of. */
  public String percent(long count, long of) {
    return of == 0 ? "" : percent(100.0 * count / of);
  }

  /** A part of a hundred such as 97.4%. Only all is 100%, and only none is 0%. */
  public String percent(double share) {
    if (share == 0 || share == 100) {
      return share == 0 ? "0%" : "100%";
    }
    return String.format(Locale.UK, "%.1f%%", Math.min(99.9, Math.max(0.1, share)));
  }

  /** How a part of a hundred has changed: up 0.3, down 12.0, or the same. */
  public String change(double share, Double before) {
    if (before == null) {
      return "";
    }
    double points = share - before;
    return Math.abs(points) < 0.05
        ? "the same"
        : String.format(Locale.UK, "%s %.1f", points > 0 ? "up" : "down", Math.abs(points));
  }

  private static String days(long number) {
    return number == 1 ? "1 day" : number + " days";
  }
}
