package org.didaccess.application.domain;

import java.util.Collection;
import java.util.Map;

/** What the catalogue knows of fields that are less detailed than others. */
@FunctionalInterface
public interface FieldOrder {

  /** Whether {@code field} can be computed from {@code finer}, and says less. */
  boolean coarser(String field, String finer);

  /** An order from field to its less detailed alternatives. */
  static FieldOrder of(Map<String, ? extends Collection<String>> alternatives) {
    return (field, finer) ->
        alternatives.containsKey(finer) && alternatives.get(finer).contains(field);
  }
}
