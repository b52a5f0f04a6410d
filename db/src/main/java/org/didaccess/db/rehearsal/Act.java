package org.didaccess.db.rehearsal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;

/** The text of an act as JSON. Values are ids, codes and dates: nothing that needs escaping. */
final class Act {

  private final StringJoiner text = new StringJoiner(",", "{", "}");

  /** What is null is left out. */
  Act with(String key, Object value) {
    if (value == null) {
      return this;
    }
    text.add('"' + key + "\":" + json(value));
    return this;
  }

  static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("This Java has no SHA-256.", missing);
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static String json(Object value) {
    if (value instanceof Integer || value instanceof Act) {
      return value.toString();
    }
    if (value instanceof List<?> list) {
      StringJoiner items = new StringJoiner(",", "[", "]");
      list.forEach(item -> items.add(json(item)));
      return items.toString();
    }
    return '"' + value.toString() + '"';
  }
}
