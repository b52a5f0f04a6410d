package org.didaccess.catalogue;

import java.util.List;

/**
 * A filter with which rows can be chosen.
 *
 * @param kind its code, such as {@code modality}
 * @param label its name for people
 * @param values its values, in the catalogue's order
 */
public record FilterView(String kind, String label, List<FilterValueView> values) {

  /** Keeps its own copy of the values. */
  public FilterView {
    values = List.copyOf(values);
  }
}
