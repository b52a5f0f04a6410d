package org.didaccess.release.domain;

import java.util.List;

/**
 * How well people are hidden in what was prepared.
 *
 * @param quasiIdentifiers columns that could together single somebody out
 * @param smallestGroup people in the smallest group that they form, null where there is no group
 * @param smallGroups groups of fewer than ten, null where there is no group
 */
public record Disclosure(List<String> quasiIdentifiers, Long smallestGroup, Long smallGroups) {

  /** Keeps its own copy of the list. */
  public Disclosure {
    quasiIdentifiers = List.copyOf(quasiIdentifiers);
  }

  static Disclosure of(String columns, Long smallestGroup, Long smallGroups) {
    return new Disclosure(
        columns.isEmpty() ? List.of() : List.of(columns.split(" ")), smallestGroup, smallGroups);
  }
}
