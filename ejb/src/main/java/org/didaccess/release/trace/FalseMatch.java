package org.didaccess.release.trace;

import org.didaccess.pseudonym.Watermark;

/**
 * How likely chance alone would show at least so many matches for any of the recipients that were
 * tested, as an upper bound. Of n unrelated tokens, m match a mark of 32 bits with at most the
 * probability C(n, m)·2⁻³²ᵐ ≤ (n·2⁻³²)ᵐ ÷ m!, and the bounds of all recipients add up (Boole's
 * inequality). As logarithms, because it soon leaves the range of numbers.
 */
final class FalseMatch {

  private static final double LOG10_OF_ONE_TOKEN =
      -Byte.SIZE * Watermark.MARK_LENGTH * Math.log10(2);

  private FalseMatch() {}

  /**
   * The base-10 logarithm of the bound, at most 0.
   *
   * @param matches how many tokens matched
   * @param tokens how many different tokens were tested
   * @param recipients how many recipients they were tested against
   */
  static double log10(int matches, int tokens, int recipients) {
    double log = Math.log10(Math.max(1, recipients));
    for (int i = 1; i <= matches; i++) {
      log += Math.log10(tokens) + LOG10_OF_ONE_TOKEN - Math.log10(i);
    }
    return Math.min(0, log);
  }
}
