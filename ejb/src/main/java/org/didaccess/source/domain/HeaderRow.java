package org.didaccess.source.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells a header from the first record. Case, spaces and punctuation in a name do not matter. */
public final class HeaderRow {

  private HeaderRow() {}

  /** Whether these are the 18 items in the order of the standard. */
  public static boolean isHeader(List<String> fields) {
    if (fields.size() != Item.COUNT) {
      return false;
    }
    for (Item item : Item.values()) {
      if (!names(fields.get(item.column()), item)) {
        return false;
      }
    }
    return true;
  }

  /** Whether these are the 18 items in another order: the columns would be read wrongly. */
  public static boolean isDisordered(List<String> fields) {
    if (fields.size() != Item.COUNT || isHeader(fields)) {
      return false;
    }
    Set<Item> named = new HashSet<>();
    for (String field : fields) {
      for (Item item : Item.values()) {
        if (names(field, item)) {
          named.add(item);
        }
      }
    }
    return named.size() == Item.COUNT;
  }

  private static boolean names(String field, Item item) {
    String name = plain(field);
    return name.equals(plain(item.title()))
        || (isUnique(item) && name.equals(plain(withoutQualifier(item.title()))));
  }

  /** The two imaging codes are told apart by their qualifier alone. */
  private static boolean isUnique(Item item) {
    return item != Item.NICIP && item != Item.SNOMED_CT;
  }

  private static String withoutQualifier(String title) {
    int bracket = title.indexOf('(');
    return bracket < 0 ? title : title.substring(0, bracket);
  }

  private static String plain(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }
}
