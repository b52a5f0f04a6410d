package org.didaccess.catalogue;

import java.util.List;

/**
 * A field of a data set.
 *
 * @param code its code, such as {@code AGE_BAND_5_YEARS}
 * @param legacyName its name in the older extracts, or null
 * @param label its name for people
 * @param description what it holds
 * @param group the group of the list it stands in, such as {@code Person}
 * @param fieldClass how freely it can be asked for
 * @param selectable whether it can be asked for at all
 * @param coarserAlternatives codes of less detailed fields, the most detailed first
 */
public record FieldView(
    String code,
    String legacyName,
    String label,
    String description,
    String group,
    FieldClass fieldClass,
    boolean selectable,
    List<String> coarserAlternatives) {

  /** Keeps its own copy of the alternatives. */
  public FieldView {
    coarserAlternatives = List.copyOf(coarserAlternatives);
  }
}
