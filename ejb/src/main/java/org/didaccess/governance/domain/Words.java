package org.didaccess.governance.domain;

import java.util.Locale;

/** Enum constants as the ledger writes them: small letters with hyphens. */
public final class Words {

  private Words() {}

  /** The ledger's word for a constant. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant for a word of the ledger. */
  public static <E extends Enum<E>> E parse(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
