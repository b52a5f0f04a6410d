package org.didaccess.guard;

import java.util.List;

/** The product's logins. */
final class Logins {
  static final List<String> ALL =
      List.of(
          "did_app",
          "did_auth",
          "did_release",
          "did_loader",
          "did_auditor",
          "did_watchdog",
          "did_owner");

  private Logins() {}
}
