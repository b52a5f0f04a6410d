package org.didaccess.application.domain;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.didaccess.application.AllowedField;
import org.didaccess.application.NarrowingView;

/** What the controllers together left of what was asked for. */
public final class Narrowing {

  private Narrowing() {}

  /** The fields that may be released. */
  public static Set<String> fields(List<AllowedField> allowed) {
    return allowed.stream()
        .map(AllowedField::released)
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What became of each field that is not released as it was asked for, with the reason. */
  public static List<NarrowingView.FieldChange> changes(List<AllowedField> allowed) {
    return allowed.stream()
        .filter(field -> !field.asAsked())
        .map(
            field ->
                new NarrowingView.FieldChange(field.field(), field.coarser(), explanation(field)))
        .toList();
  }

  private static String explanation(AllowedField field) {
    return field.coarser() != null
        ? "A data controller allows less detail: " + field.coarser() + "."
        : "A data controller did not allow it, or two named alternatives that do not fit together.";
  }
}
