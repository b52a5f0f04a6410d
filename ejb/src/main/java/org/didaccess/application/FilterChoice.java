package org.didaccess.application;

/**
 * One chosen value of a filter.
 *
 * @param kind the filter, such as {@code modality}
 * @param value the value
 */
public record FilterChoice(String kind, String value) implements Comparable<FilterChoice> {

  @Override
  public int compareTo(FilterChoice other) {
    int byKind = kind.compareTo(other.kind);
    return byKind == 0 ? value.compareTo(other.value) : byKind;
  }
}
