package org.didaccess.source.synthetic;

import java.util.SplittableRandom;

/** Where a test is asked for, who asks and how long patients wait. */
enum Setting {
  INPATIENT("01", 3, 2),
  DAY_CASE("02", 14, 5),
  OUTPATIENT("03", 45, 12),
  GENERAL_PRACTICE("04", 30, 9),
  EMERGENCY("05", 0, 1),
  OTHER_PROVIDER("06", 30, 12),
  OTHER("07", 20, 10);

  private final String code;
  private final int longestWait;
  private final int longestReport;

  Setting(String code, int longestWait, int longestReport) {
    this.code = code;
    this.longestWait = longestWait;
    this.longestReport = longestReport;
  }

  String code() {
    return code;
  }

  int daysToTest(SplittableRandom random) {
    return random.nextInt(longestWait + 1);
  }

  int daysToReport(SplittableRandom random) {
    return random.nextInt(longestReport + 1);
  }

  /** A referrer code of the kind that asks in this setting. */
  String referrer(SplittableRandom random, boolean unborn) {
    if (unborn) {
      return "M9999998";
    }
    int kind = random.nextInt(100);
    if (this == GENERAL_PRACTICE) {
      return kind < 92 ? numbered("G", 7, random) : "N9999998";
    }
    if (kind < 80) {
      return numbered("C", 7, random);
    }
    if (kind < 86) {
      return numbered("PH", 6, random);
    }
    return kind < 96 ? "N9999998" : "X9999998";
  }

  private static String numbered(String prefix, int digits, SplittableRandom random) {
    int smallest = (int) Math.pow(10, digits - 1);
    return prefix + random.nextInt(smallest, smallest * 10);
  }
}
