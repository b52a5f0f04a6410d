package org.didaccess.source.synthetic;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * How one modality is used: its share of all tests, whom it is for and where it is asked for.
 * Shares as published for the data set; the rest is plausible.
 */
enum Modality {
  PLAIN_RADIOGRAPHY(1, 500, 0.75, 12, 1, 25, 25, 35, 1, 1),
  ULTRASOUND(2, 220, 0.80, 12, 2, 40, 35, 9, 1, 1),
  COMPUTED_TOMOGRAPHY(3, 150, 0.45, 30, 2, 36, 2, 28, 1, 1),
  MAGNETIC_RESONANCE(4, 78, 0.70, 11, 1, 79, 6, 1, 1, 1),
  FLUOROSCOPY(5, 20, 0.55, 30, 20, 44, 1, 3, 1, 1),
  NUCLEAR_MEDICINE(6, 17, 0.45, 8, 4, 85, 1, 0, 1, 1),
  EMISSION_TOMOGRAPHY(7, 12, 0.40, 4, 2, 92, 0, 0, 1, 1),
  SINGLE_PHOTON(8, 2, 0.45, 5, 2, 91, 0, 0, 1, 1),
  PHOTOGRAPHY(9, 1, 0.80, 10, 2, 86, 0, 0, 1, 1);

  private static final Weighted<Modality> BY_SHARE =
      Weighted.of(List.of(values()), Stream.of(values()).mapToInt(Modality::share).toArray());

  private final short id;
  private final int share;
  private final double ageing;

  @SuppressWarnings("ImmutableEnumChecker") // a weighted choice never changes
  private final Weighted<Setting> settings;

  Modality(int id, int share, double ageing, int... settings) {
    this.id = (short) id;
    this.share = share;
    this.ageing = ageing;
    this.settings = Weighted.of(List.of(Setting.values()), settings);
  }

  static Modality pick(SplittableRandom random) {
    return BY_SHARE.pick(random);
  }

  private int share() {
    return share;
  }

  /** Its id in the reference. */
  short id() {
    return id;
  }

  /** Where in the population, from youngest (0) to oldest (1), the patient stands. */
  double ageQuantile(SplittableRandom random) {
    return Math.pow(random.nextDouble(), ageing);
  }

  Setting setting(SplittableRandom random) {
    return settings.pick(random);
  }
}
