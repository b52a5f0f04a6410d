package org.didaccess.web.source;

import org.didaccess.shared.NotFound;

/** The number of a submission in a page's address. */
final class SubmissionNumber {

  private SubmissionNumber() {}

  static long of(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException none) {
      throw new NotFound("submission");
    }
  }
}
