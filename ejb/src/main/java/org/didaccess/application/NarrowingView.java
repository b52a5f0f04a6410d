package org.didaccess.application;

import java.util.List;

/**
 * What every controller allowed, beside what was asked for.
 *
 * @param selection what would be released
 * @param changes what became of each field that was changed
 */
public record NarrowingView(SelectionView selection, List<FieldChange> changes) {

  /** Keeps its own copy of the changes. */
  public NarrowingView {
    changes = List.copyOf(changes);
  }

  /**
   * What became of a field.
   *
   * @param field the field asked for
   * @param replacement the less detailed field in its place, or null where it was struck
   * @param explanation why, in plain words
   */
  public record FieldChange(String field, String replacement, String explanation) {}
}
