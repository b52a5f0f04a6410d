package org.didaccess.source.domain.derivation;

import java.util.regex.Pattern;

/** Who asked for the test, told from the referrer code; matched in this order. */
public enum ReferrerType {
  CHIROPODIST(1, "CH\\d{1,6}"),
  CONSULTANT(2, "C\\d{1,7}"),
  DENTIST(3, "D\\d{1,7}"),
  DENTAL_CONSULTANT(4, "CD\\d{1,6}"),
  DIETICIAN(5, "DT\\d{1,6}"),
  GP(6, "G\\d{1,7}"),
  GP_NORTHERN_IRELAND(7, "Z[ENSW]\\d{6}"),
  GP_SCOTLAND(8, "S\\d{1,7}"),
  NURSE(9, "\\d{2}[A-Z]\\d{4}[A-Z]|N9999998"),
  MIDWIFE(10, "M9999998"),
  DEFENCE_DOCTOR(11, "A9999998"),
  PHYSIOTHERAPIST(12, "PH\\d{1,6}"),
  PRISON_DOCTOR(13, "P9999981"),
  OTHER(14, "H9999998|R9999981"),
  SPEECH_THERAPIST(15, "SL\\d{1,6}"),
  NOT_KNOWN(99, "X9999998");

  private final short id;
  private final Pattern form;

  ReferrerType(int id, String form) {
    this.id = (short) id;
    this.form = Pattern.compile(form);
  }

  /** The id under which the dictionary keeps its words. */
  public short id() {
    return id;
  }

  /** The type of a referrer code in capitals; not known where there is none or no form fits. */
  public static ReferrerType of(String code) {
    if (code != null) {
      for (ReferrerType type : values()) {
        if (type.form.matcher(code).matches()) {
          return type;
        }
      }
    }
    return NOT_KNOWN;
  }
}
