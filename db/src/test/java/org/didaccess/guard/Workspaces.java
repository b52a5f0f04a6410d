package org.didaccess.guard;

import java.sql.Connection;
import java.sql.SQLException;

/** The opaque names of a request's workspace, and what the watchdog is told about them. */
final class Workspaces {
  private Workspaces() {}

  static String suffix(Request request) {
    return request.run.toString().replace("-", "");
  }

  static void register(Request request) throws SQLException {
    registerDatabase(request);
    request.world.close("register_sde_role(?)", role(request, "rosa.researcher").text());
  }

  static void registerDatabase(Request request) throws SQLException {
    request.world.close(
        "register_workspace(?)",
        Payload.of("agreement", request.agreement, "database_name", "w_" + suffix(request)).text());
  }

  static Payload role(Request request, String analyst) {
    return Payload.of(
        "agreement",
        request.agreement,
        "person",
        request.world.person(analyst),
        "role_name",
        "a_" + suffix(request));
  }

  static boolean allowed(Request request) throws SQLException {
    try (Connection watchdog = request.world.as("did_watchdog")) {
      return "t"
          .equals(
              Sql.one(
                  watchdog,
                  "SELECT allowed FROM guard.sde_entitlements() WHERE role_name = ?",
                  "a_" + suffix(request)));
    }
  }
}
