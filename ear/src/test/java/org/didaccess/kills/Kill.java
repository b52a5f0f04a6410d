package org.didaccess.kills;

import java.util.Locale;

/**
 * One kill of the plan.
 *
 * @param work under which work
 * @param moment when in its course
 * @param victim what is killed
 * @param delay milliseconds after a moment that lasts has begun
 */
record Kill(Work work, Moment moment, Victim victim, int delay) {

  @Override
  public String toString() {
    return "%s, %s: kill of %s".formatted(words(work), words(moment), words(victim));
  }

  private static String words(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
