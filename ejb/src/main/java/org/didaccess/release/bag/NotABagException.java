package org.didaccess.release.bag;

import java.io.IOException;

/** What was to be read is no package, whatever stands in it. */
final class NotABagException extends IOException {

  private static final long serialVersionUID = 1L;

  /** With what is wrong, as the end of a sentence that begins with the package's name. */
  NotABagException(String problem) {
    super(problem);
  }
}
