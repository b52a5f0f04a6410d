package org.didaccess.api.json;

/** A body that is not the JSON that was asked for; the message says what to do about it. */
public class UnreadableBody extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong and what to do, without anything of the body but names
   */
  public UnreadableBody(String message) {
    super(message);
  }
}
