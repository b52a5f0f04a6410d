package org.didaccess.shared;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read or written, in words: Java often gives the bare name alone. */
public final class FileFault {

  private FileFault() {}

  /** Goes behind a colon. */
  public static String reason(IOException fault) {
    if (fault instanceof NoSuchFileException) {
      return "it is not there";
    }
    if (fault instanceof AccessDeniedException) {
      return "its rights do not allow it";
    }
    if (fault instanceof CharacterCodingException) {
      return "it is not text";
    }
    return String.valueOf(fault.getMessage());
  }
}
