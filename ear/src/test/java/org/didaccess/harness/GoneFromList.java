package org.didaccess.harness;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many people a refused list of objections would take off the one that counts. */
public final class GoneFromList {
  private static final Pattern GONE = Pattern.compile("would take (\\d+) of");

  private GoneFromList() {}

  /** The number in what was told; empty where nothing has to be confirmed. */
  public static OptionalLong in(String told) {
    Matcher gone = GONE.matcher(told);
    return gone.find() ? OptionalLong.of(Long.parseLong(gone.group(1))) : OptionalLong.empty();
  }
}
