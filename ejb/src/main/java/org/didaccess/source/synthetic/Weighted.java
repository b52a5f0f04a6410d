package org.didaccess.source.synthetic;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A choice by weight.
 *
 * @param <T> what is chosen
 */
final class Weighted<T> {

  private final List<T> values;
  private final int[] upTo;

  private Weighted(List<T> values, int[] upTo) {
    this.values = values;
    this.upTo = upTo;
  }

  /** Each value with its weight, by place. */
  static <T> Weighted<T> of(List<T> values, int... weights) {
    int[] upTo = weights.clone();
    for (int i = 1; i < upTo.length; i++) {
      upTo[i] += upTo[i - 1];
    }
    return new Weighted<>(values, upTo);
  }

  T pick(SplittableRandom random) {
    return pick(random.nextInt(upTo[upTo.length - 1]));
  }

  /** The value on which a number falls, spread over the weights. */
  T at(long number) {
    return pick((int) Long.remainderUnsigned(number, upTo[upTo.length - 1]));
  }

  private T pick(int point) {
    int i = 0;
    while (point >= upTo[i]) {
      i++;
    }
    return values.get(i);
  }
}
