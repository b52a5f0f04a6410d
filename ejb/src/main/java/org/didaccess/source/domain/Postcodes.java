package org.didaccess.source.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/** The form of a postcode, and pseudo-postcodes (ZZ99), which name no home. */
public final class Postcodes {

  private static final Pattern FORM =
      Pattern.compile("(?i)[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}|GIR ?0AA");

  private static final Pattern FORM_IN_DIRECTORY =
      Pattern.compile("(?i)[A-Z][A-Z0-9]{1,3} ?[0-9][A-Z]{2}");

  private Postcodes() {}

  /** Whether it has the form of a postcode, with or without the space. */
  public static boolean hasForm(String postcode) {
    return FORM.matcher(postcode).matches();
  }

  /**
   * Whether a directory may list it. Directories keep what ended long ago and no submission may
   * send any more, such as Newport's NPT 8EP.
   */
  public static boolean hasFormInDirectory(String postcode) {
    return FORM_IN_DIRECTORY.matcher(postcode).matches();
  }

  /** Capitals without spaces: the form in which postcodes are compared. */
  public static String compact(String postcode) {
    return postcode.replace(" ", "").toUpperCase(Locale.ROOT);
  }

  /** Whether it stands for a country or an unknown address. */
  public static boolean isPseudo(String compactPostcode) {
    return compactPostcode.startsWith("ZZ99");
  }
}
