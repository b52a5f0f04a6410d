package org.didaccess.application;

import java.util.stream.Stream;

/**
 * What becomes of patients' objections. They are upheld by default; the grounds for not upholding
 * them are those of the published standard 3c.
 */
public enum Objections {
  /** Rows of people who object are left out. */
  UPHELD("upheld", "Upheld"),
  /** Nothing confidential flows. */
  NOT_NEEDED("not-needed", "Not needed: does not include the flow of confidential data"),
  /** The people agreed. */
  CONSENT("consent", "Not upheld: consent (reasonable expectation)"),
  /** The law allows it without their consent. */
  STATUTORY(
      "statutory", "Not upheld: statutory exemption to flow confidential data without consent");

  private final String code;
  private final String label;

  Objections(String code, String label) {
    this.code = code;
    this.label = label;
  }

  /** As the guard writes it. */
  public String code() {
    return code;
  }

  /** In words: also the answer to the question of an application. */
  public String getLabel() {
    return label;
  }

  /** What an answer means; without one they are upheld. */
  public static Objections ofAnswer(String answer) {
    return Stream.of(values()).filter(each -> each.label.equals(answer)).findFirst().orElse(UPHELD);
  }

  /** What the guard's word means. */
  public static Objections ofCode(String code) {
    return Stream.of(values())
        .filter(each -> each.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such handling: " + code));
  }
}
