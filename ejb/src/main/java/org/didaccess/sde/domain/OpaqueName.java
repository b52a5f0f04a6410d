package org.didaccess.sde.domain;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A name in the SDE cluster that says nothing about agreement or person: every session of the
 * cluster can list the names of databases and roles.
 */
public final class OpaqueName {

  private static final int BYTES = 12;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern WORKSPACE = Pattern.compile("w_[0-9a-f]{24}");
  private static final Pattern ANALYST = Pattern.compile("a_[0-9a-f]{24}");

  private OpaqueName() {}

  /** A new name for a workspace's database and group. */
  public static String forWorkspace() {
    return "w_" + random();
  }

  /** A new name for an analyst's login. */
  public static String forAnalyst() {
    return "a_" + random();
  }

  /**
   * The name itself.
   *
   * @throws IllegalArgumentException if it is not the name of a workspace
   */
  public static String requireWorkspace(String name) {
    return require(WORKSPACE, name);
  }

  /**
   * The name itself.
   *
   * @throws IllegalArgumentException if it is not the name of an analyst's login
   */
  public static String requireAnalyst(String name) {
    return require(ANALYST, name);
  }

  private static String require(Pattern pattern, String name) {
    if (!pattern.matcher(name).matches()) {
      throw new IllegalArgumentException("Not an opaque name of the SDE cluster");
    }
    return name;
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
