package org.didaccess.source.domain;

/** The 18 items of a DID v1 submission (SCCI1577), in the order of the file. */
public enum Item {
  NHS_NUMBER(0, "NHS NUMBER"),
  NHS_NUMBER_STATUS(1, "NHS NUMBER STATUS INDICATOR CODE"),
  BIRTH_DATE(2, "PERSON BIRTH DATE"),
  ETHNIC_CATEGORY(3, "ETHNIC CATEGORY"),
  GENDER(4, "PERSON GENDER CODE CURRENT"),
  POSTCODE(5, "POSTCODE OF USUAL ADDRESS"),
  GP_PRACTICE(6, "GENERAL MEDICAL PRACTICE CODE (PATIENT REGISTRATION)"),
  SOURCE_SETTING(7, "PATIENT SOURCE SETTING TYPE (DIAGNOSTIC IMAGING)"),
  REFERRER(8, "REFERRER CODE"),
  REFERRING_ORGANISATION(9, "REFERRING ORGANISATION CODE"),
  REQUEST_DATE(10, "DIAGNOSTIC TEST REQUEST DATE"),
  RECEIVED_DATE(11, "DIAGNOSTIC TEST REQUEST RECEIVED DATE"),
  TEST_DATE(12, "DIAGNOSTIC TEST DATE"),
  NICIP(13, "IMAGING CODE (NICIP)"),
  SNOMED_CT(14, "IMAGING CODE (SNOMED CT)"),
  REPORT_DATE(15, "SERVICE REPORT ISSUE DATE"),
  SITE(16, "SITE CODE (OF IMAGING)"),
  ACCESSION_NUMBER(17, "RADIOLOGICAL ACCESSION NUMBER");

  /** How many columns a record has. */
  public static final int COUNT = values().length;

  private final int column;
  private final String title;

  Item(int column, String title) {
    this.column = column;
    this.title = title;
  }

  /** Its place in a row, from 0. */
  public int column() {
    return column;
  }

  /** The item's name as the standard writes it. */
  public String title() {
    return title;
  }
}
