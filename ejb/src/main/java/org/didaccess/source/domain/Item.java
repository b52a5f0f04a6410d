package org.didaccess.source.domain;

import java.util.Arrays;

/** The 18 items of a DID v1 submission (SCCI1577), in the order of the file. */
public enum Item {
  NHS_NUMBER(0, "NHS number", "NHS NUMBER"),
  NHS_NUMBER_STATUS(1, "NHS number status", "NHS NUMBER STATUS INDICATOR CODE"),
  BIRTH_DATE(2, "birth date", "PERSON BIRTH DATE"),
  ETHNIC_CATEGORY(3, "ethnic category", "ETHNIC CATEGORY"),
  GENDER(4, "gender", "PERSON GENDER CODE CURRENT"),
  POSTCODE(5, "postcode", "POSTCODE OF USUAL ADDRESS"),
  GP_PRACTICE(6, "GP practice", "GENERAL MEDICAL PRACTICE CODE (PATIENT REGISTRATION)"),
  SOURCE_SETTING(7, "source setting", "PATIENT SOURCE SETTING TYPE (DIAGNOSTIC IMAGING)"),
  REFERRER(8, "referrer", "REFERRER CODE"),
  REFERRING_ORGANISATION(9, "referring organisation", "REFERRING ORGANISATION CODE"),
  REQUEST_DATE(10, "request date", "DIAGNOSTIC TEST REQUEST DATE"),
  RECEIVED_DATE(11, "received date", "DIAGNOSTIC TEST REQUEST RECEIVED DATE"),
  TEST_DATE(12, "test date", "DIAGNOSTIC TEST DATE"),
  NICIP(13, "NICIP", "IMAGING CODE (NICIP)"),
  SNOMED_CT(14, "SNOMED CT", "IMAGING CODE (SNOMED CT)"),
  REPORT_DATE(15, "report date", "SERVICE REPORT ISSUE DATE"),
  SITE(16, "site code", "SITE CODE (OF IMAGING)"),
  ACCESSION_NUMBER(17, "accession number", "RADIOLOGICAL ACCESSION NUMBER");

  /** How many columns a record has. */
  public static final int COUNT = values().length;

  private final int column;
  private final String label;
  private final String title;

  Item(int column, String label, String title) {
    this.column = column;
    this.label = label;
    this.title = title;
  }

  /**
   * The item at a place in a row.
   *
   * @param column from 0
   */
  public static Item at(int column) {
    return Arrays.stream(values())
        .filter(item -> item.column == column)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No item " + column));
  }

  /** Its place in a row, from 0. */
  public int column() {
    return column;
  }

  /** What the rules call it. */
  public String label() {
    return label;
  }

  /** The item's name as the standard writes it. */
  public String title() {
    return title;
  }
}
