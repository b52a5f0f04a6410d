package org.didaccess.catalogue;

import java.util.List;

/**
 * A filter with which rows can be chosen.
 *
 * @param kind its code, such as {@code modality}
 * @param label its name for people
 * @param values its values, in the catalogue's order; empty where codes are typed
 * @param form what a typed code looks like, as a regular expression; null where values are listed
 */
public record FilterView(String kind, String label, List<FilterValueView> values, String form) {

  /** Keeps its own copy of the values. */
  public FilterView {
    values = List.copyOf(values);
  }

  /** Whether rows can be chosen by this value. */
  public boolean allows(String value) {
    return form == null
        ? values.stream().anyMatch(listed -> listed.value().equals(value))
        : value.matches(form);
  }

  /** The words of a value that it allows; a typed code is its own. */
  public String labelOf(String value) {
    return values.stream()
        .filter(listed -> listed.value().equals(value))
        .findFirst()
        .map(FilterValueView::label)
        .orElse(value);
  }
}
