package org.didaccess.source.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Records of good, odd and broken values, with dates around every boundary. */
final class RandomRecords {

  private static final String[][] VALUES = {
    {
      "9990000018", "999 000-0026", "9990000019", "1234554321", "999000001", "- -", "99900000AB", ""
    },
    {"01", "02", "08", "09", "00", "1", "", " 01 "},
    {"A", "Z", "99", "I", "a", "AB", ""},
    {"0", "1", "2", "9", "3", "X", ""},
    {
      "ZA1 1AA",
      "za11aa",
      "ZA1  1AA",
      "ZZ99 3VZ",
      "ZZ99",
      "zz993wz",
      "ZA1 9AA",
      "ZA1 1ZZ",
      "GIR 0AA",
      "no",
      ""
    },
    {"Z10001", "Z99999", "Z1A", "QQ0001", ""},
    {"01", "04", "07", "08", "", "4"},
    {"G1234567", "c1", "CH12", "99", "12A3456B", "Ze123456", "N9999998", "G12345678", "?", ""},
    {"Z1A", "Z9Z", "Z10001", "Z99999", "ZG1", "ZB1", "QQQ", ""},
    {"XZAA", "XZAB", "XZRET", "XZMOV", "QQQQ", ""},
    {
      "40019999999106",
      "40029999999104",
      "41069999999102",
      "41079999999105",
      "41089999999107",
      "40019999999105",
      "22298006",
      "1",
      ""
    },
    {"Z1A01", "Z9Z01", "Z1A", "Z10001", "Z1-01", "Z1A0", "Z1A0123456ABC", ""},
    {"A1", "A".repeat(20), "A".repeat(21), "\uD83D\uDE80".repeat(20), " ", ""}
  };
  private static final String[] ODD_DATES = {
    "",
    "2024-02-30",
    "2023-02-29",
    "2024-13-01",
    "0000-01-01",
    "17/05/2024",
    "2024-1-1",
    " ",
    "2024-04-20T10:00",
    "20240420"
  };

  private static final int[] CODE_COLUMNS = {0, 1, 3, 4, 5, 6, 7, 8, 9, 13, 14, 16, 17};
  private static final int[] DEMOGRAPHICS = {0, 2, 3, 4, 6};
  private static final int[] DATE_COLUMNS = {2, 10, 11, 12, 15};

  private final SplittableRandom random;
  private final LocalDate received;

  RandomRecords(long seed, LocalDate received) {
    this.random = new SplittableRandom(seed);
    this.received = received;
  }

  List<String> next() {
    String[] fields = new String[18];
    int oddness = random.nextInt(10);
    for (int i = 0; i < CODE_COLUMNS.length; i++) {
      String[] values = VALUES[i];
      fields[CODE_COLUMNS[i]] =
          random.nextInt(10) < oddness ? values[random.nextInt(values.length)] : values[0];
    }
    for (int column : DATE_COLUMNS) {
      fields[column] =
          random.nextInt(30) < oddness
              ? ODD_DATES[random.nextInt(ODD_DATES.length)]
              : day(column).toString();
    }
    if (random.nextInt(60) == 0) {
      for (int column : DEMOGRAPHICS) {
        fields[column] = "";
      }
      fields[5] = random.nextBoolean() ? "" : "ZZ99 3VZ";
    }
    List<String> padded = new ArrayList<>();
    for (String field : fields) {
      padded.add(random.nextInt(40) == 0 ? " " + field + "\t" : field);
    }
    return padded;
  }

  /** Near the receipt, near a month end, near a change in the reference, or long ago. */
  private LocalDate day(int column) {
    LocalDate anchor =
        switch (random.nextInt(column == 2 ? 12 : 8)) {
          case 0 -> received;
          case 1 -> received.minusMonths(random.nextInt(9)).withDayOfMonth(1);
          case 2 -> LocalDate.of(2024, 1, 1).plusMonths(random.nextInt(2) * 6L);
          case 3 -> random.nextInt(8) == 0 ? LocalDate.of(2018, 4, 1) : received.minusDays(30);
          case 4 -> random.nextInt(8) == 0 ? LocalDate.of(2020, 4, 1) : received.minusDays(366);
          case 5 -> random.nextInt(8) == 0 ? LocalDate.of(1970, 1, 1) : received.minusDays(60);
          case 6, 7 -> received.minusDays(20);
          case 8 -> LocalDate.of(1900, 1, 2);
          default -> LocalDate.of(1930 + random.nextInt(95), 1 + random.nextInt(12), 1);
        };
    return anchor.plusDays(random.nextInt(-2, 3));
  }
}
