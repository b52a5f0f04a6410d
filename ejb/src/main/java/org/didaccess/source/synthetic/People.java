package org.didaccess.source.synthetic;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.didaccess.source.domain.NhsNumber;

/**
 * An invented population. A person is a number: everything about them follows from it and the seed,
 * so that they are the same in every month. People stand in the order of their age.
 */
final class People {

  private static final Weighted<String> ETHNIC_CATEGORIES =
      Weighted.of(
          List.of(
              "A", "B", "C", "D", "E", "F", "G", "H", "J", "K", "L", "M", "N", "P", "R", "S", "Z",
              "99"),
          620,
          8,
          50,
          5,
          3,
          5,
          6,
          28,
          25,
          9,
          20,
          11,
          25,
          8,
          8,
          25,
          84,
          60);

  /** Share of the population up to an age, as in England. */
  private static final double[] SHARES = {0, 0.21, 0.57, 0.82, 0.95, 1};

  private static final int[] AGES = {0, 18, 45, 65, 80, 100};
  private static final double DAYS_A_YEAR = 365.25;

  /** The numbers that are kept for tests begin with 999. */
  private static final long RANGE = 9_990_000_000L;

  private static final int BODIES = 1_000_000;

  private final long seed;
  private final int[] numbers;
  private final int size;
  private final long lastBirth;

  /**
   * A population.
   *
   * @param wanted how many people; there are about 909,000 numbers in the range for tests
   * @param bornBefore everybody was born before that day
   */
  People(long seed, long wanted, LocalDate bornBefore) {
    this.seed = seed;
    this.numbers = shuffled(validNumbers(), seed);
    this.size = (int) Math.max(1, Math.min(wanted, numbers.length));
    this.lastBirth = bornBefore.toEpochDay() - 1;
  }

  /** The person at that place in the population, from youngest (0) to oldest (1). */
  int at(double quantile) {
    return Math.min(size - 1, (int) (quantile * size));
  }

  /** A woman near that place. */
  int womanNear(int person) {
    int candidate = person;
    while (!gender(candidate).equals("2") && candidate + 1 < size) {
      candidate++;
    }
    return candidate;
  }

  /** NHS number in the 999 range, which is never given to anybody. */
  String nhsNumber(int person) {
    return Long.toString(RANGE + numbers[person]);
  }

  /** Birth, as a day counted from 1970-01-01. */
  long birthDay(int person) {
    double quantile = (person + 0.5) / size;
    int band = 1;
    while (quantile > SHARES[band]) {
      band++;
    }
    double within = (quantile - SHARES[band - 1]) / (SHARES[band] - SHARES[band - 1]);
    double age = AGES[band - 1] + within * (AGES[band] - AGES[band - 1]);
    return lastBirth - (long) (age * DAYS_A_YEAR);
  }

  /** Whether they object to the use of their data, where so many of 10,000 do. */
  boolean objects(int person, int ofTenThousand) {
    return Long.remainderUnsigned(trait(person, 4), 10_000) < ofTenThousand;
  }

  int size() {
    return size;
  }

  String gender(int person) {
    return (trait(person, 1) & 1) == 0 ? "1" : "2";
  }

  String ethnicCategory(int person) {
    return ETHNIC_CATEGORIES.at(trait(person, 2));
  }

  /** Where they live, as a place in a list of so many. */
  int home(int person, int homes) {
    return (int) Long.remainderUnsigned(trait(person, 3), homes);
  }

  /** A number that a trait of a person follows from. */
  private long trait(int person, int kind) {
    return Seeds.mix(seed, kind, person);
  }

  private static int[] validNumbers() {
    int[] found = new int[BODIES];
    int count = 0;
    for (int body = 0; body < BODIES; body++) {
      int check = NhsNumber.checkDigit(RANGE / 10 + body);
      int number = body * 10 + check;
      if (check < 10 && NhsNumber.isValid(Long.toString(RANGE + number))) {
        found[count++] = number;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static int[] shuffled(int[] values, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = values[i];
      values[i] = values[j];
      values[j] = swapped;
    }
    return values;
  }
}
