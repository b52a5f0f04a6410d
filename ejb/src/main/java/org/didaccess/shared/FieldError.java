package org.didaccess.shared;

import java.io.Serializable;

/**
 * What is wrong with one input.
 *
 * @param field the input's name, as in the command
 * @param message what to do about it, in plain words
 */
public record FieldError(String field, String message) implements Serializable {}
