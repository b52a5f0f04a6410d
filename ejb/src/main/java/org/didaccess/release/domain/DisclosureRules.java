package org.didaccess.release.domain;

/** The rules by which the guard hides small counts, to be read by anybody. */
@FunctionalInterface
public interface DisclosureRules {

  /**
   * The rule of a way out.
   *
   * @param accessMethod {@code extract} or {@code sde}
   */
  DisclosureRule of(String accessMethod);
}
