package org.didaccess.shared;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with an input, so that a person sees all of it at once. */
public final class Checks {

  private final List<FieldError> errors = new ArrayList<>();

  /** Demands a text of 1 to {@code most} characters that is not blank. */
  public Checks text(String field, String value, int most, String message) {
    return that(value != null && !value.isBlank() && value.length() <= most, field, message);
  }

  /** Demands a value. */
  public Checks present(String field, Object value, String message) {
    return that(value != null, field, message);
  }

  /** Demands that something holds. */
  public Checks that(boolean holds, String field, String message) {
    if (!holds) {
      errors.add(new FieldError(field, message));
    }
    return this;
  }

  /** What is wrong so far. */
  public List<FieldError> errors() {
    return List.copyOf(errors);
  }

  /**
   * Ends the checks.
   *
   * @throws InvalidInput where anything is wrong
   */
  public void done() {
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }
}
