package org.didaccess.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Input that cannot be taken as it is; every wrong field is named at once. */
public final class InvalidInput extends DomainException {

  private static final long serialVersionUID = 1L;

  private final ArrayList<FieldError> errors;

  /** An error that lists what is wrong, field by field. */
  public InvalidInput(List<FieldError> errors) {
    super("invalid-input", sentence(errors));
    this.errors = new ArrayList<>(errors);
  }

  /** An error about one field. */
  public InvalidInput(String field, String message) {
    this(List.of(new FieldError(field, message)));
  }

  /** What is wrong, field by field. */
  public List<FieldError> errors() {
    return List.copyOf(errors);
  }

  private static String sentence(List<FieldError> errors) {
    return errors.stream().map(FieldError::message).collect(Collectors.joining(" "));
  }
}
