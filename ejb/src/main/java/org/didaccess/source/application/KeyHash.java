package org.didaccess.source.application;

import org.didaccess.source.domain.Item;
import org.didaccess.source.domain.SubmittedRecord;

/**
 * 128 bits that stand for accession number and site.
 *
 * @param high one half
 * @param low the other half
 */
public record KeyHash(long high, long low) {

  private static final long HIGH_SEED = 0x9E3779B97F4A7C15L;
  private static final long LOW_SEED = 0xC2B2AE3D27D4EB4FL;

  /** The record's key, or null where accession number or site is missing. */
  public static KeyHash of(SubmittedRecord submitted) {
    String accession = submitted.get(Item.ACCESSION_NUMBER);
    String site = submitted.get(Item.SITE);
    if (accession == null || site == null) {
      return null;
    }
    return new KeyHash(hash(HIGH_SEED, site, accession), hash(LOW_SEED, site, accession));
  }

  private static long hash(long seed, String site, String accession) {
    long state = mix(seed + site.length());
    for (int i = 0; i < site.length(); i++) {
      state = mix(state ^ site.charAt(i)) + seed;
    }
    for (int i = 0; i < accession.length(); i++) {
      state = mix(state ^ accession.charAt(i)) + seed;
    }
    return state;
  }

  /** The finaliser of SplitMix64: every bit of the input moves every bit of the output. */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
