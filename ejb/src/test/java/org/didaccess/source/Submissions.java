package org.didaccess.source;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.didaccess.source.domain.Item;

/** Records for tests: a good one, changed in what a test is about. */
public final class Submissions {

  private final Map<Item, String> values = new EnumMap<>(Item.class);

  private Submissions() {
    with(Item.NHS_NUMBER, "9990000018")
        .with(Item.NHS_NUMBER_STATUS, "01")
        .with(Item.BIRTH_DATE, "1960-05-17")
        .with(Item.ETHNIC_CATEGORY, "A")
        .with(Item.GENDER, "2")
        .with(Item.POSTCODE, "ZA1 1AA")
        .with(Item.GP_PRACTICE, "Z10001")
        .with(Item.SOURCE_SETTING, "04")
        .with(Item.REFERRER, "G1234567")
        .with(Item.REFERRING_ORGANISATION, "Z10001")
        .with(Item.REQUEST_DATE, "2024-04-01")
        .with(Item.RECEIVED_DATE, "2024-04-02")
        .with(Item.TEST_DATE, "2024-04-20")
        .with(Item.NICIP, "XZAA")
        .with(Item.SNOMED_CT, "40019999999106")
        .with(Item.REPORT_DATE, "2024-04-22")
        .with(Item.SITE, "Z1A01")
        .with(Item.ACCESSION_NUMBER, "A1");
  }

  /** A record that keeps every rule where it is received in May 2024. */
  public static Submissions good() {
    return new Submissions();
  }

  /** The same record with another value. */
  public Submissions with(Item item, String value) {
    values.put(item, value);
    return this;
  }

  /** The same record without a value. */
  public Submissions without(Item... items) {
    Arrays.stream(items).forEach(item -> values.put(item, ""));
    return this;
  }

  /** The fields in the order of the file. */
  public List<String> fields() {
    return new ArrayList<>(values.values());
  }

  /** A file of these records. */
  public static String csv(Submissions... records) {
    return Arrays.stream(records)
        .map(one -> String.join(",", one.fields()))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** The text as a file. */
  public static InputStream file(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
