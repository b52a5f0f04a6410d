package org.didaccess.audit.domain;

/** A text that should be a signed checkpoint or a signer's key is neither. */
public final class MalformedCheckpointException extends Exception {

  MalformedCheckpointException(String message) {
    super(message);
  }

  MalformedCheckpointException(String message, Throwable cause) {
    super(message, cause);
  }
}
