package org.didaccess.source.synthetic;

/** Numbers that follow from a seed and a place, and from nothing else. */
final class Seeds {

  private Seeds() {}

  static long mix(long seed, long kind, long place) {
    return finalised(finalised(seed ^ (kind * 0x9E3779B97F4A7C15L)) + place);
  }

  /** The finaliser of SplitMix64. */
  private static long finalised(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
