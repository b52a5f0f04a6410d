package org.didaccess.application;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bridge between two agreements, as a selection's linkage names it: {@code bridge:ONE+OTHER}.
 *
 * @param one an agreement's reference
 * @param other the other's
 */
public record Bridge(String one, String other) {

  private static final Pattern FORM =
      Pattern.compile("bridge:([A-Za-z0-9-]{1,60})[+]([A-Za-z0-9-]{1,60})");

  /** The bridge that a linkage names, if it names one. */
  public static Optional<Bridge> in(String linkage) {
    Matcher form = FORM.matcher(linkage == null ? "" : linkage);
    return form.matches()
        ? Optional.of(new Bridge(form.group(1), form.group(2)))
        : Optional.empty();
  }

  /** As a selection's linkage. */
  public String linkage() {
    return "bridge:" + one + "+" + other;
  }

  /** For people. */
  public String inWords() {
    return "Bridge between " + one + " and " + other;
  }
}
