package org.didaccess.api.access;

import java.io.IOException;

/** The body of a request is longer than its resource reads. */
public class BodyTooLarge extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * Says how much would have been read.
   *
   * @param limit in bytes
   */
  public BodyTooLarge(long limit) {
    super("The request is larger than " + limit / 1024 + " KiB. Send less at a time.");
  }
}
