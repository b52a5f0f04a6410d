package org.didaccess.launcher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.didaccess.db.ProductDatabase;

/**
 * The root of the ledger: the first administrator. Only the owner's login, which is not used while
 * the product serves, may ask for it, and only while there is no administrator.
 */
public final class FirstAdministrator {
  private static final String OWNER = "did_owner";

  private FirstAdministrator() {}

  /**
   * Makes the account and gives the token of its one-time link.
   *
   * @throws LaunchProblem where there is an administrator already
   */
  public static String token(ProductDatabase main, String login) {
    try (Connection connection = main.connect(OWNER);
        PreparedStatement found = connection.prepareStatement("SELECT guard.found(?)")) {
      found.setString(1, login);
      try (ResultSet row = found.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    } catch (SQLException e) {
      throw new LaunchProblem(
          "The first administrator was not made: " + e.getMessage().lines().findFirst().orElse(""),
          e);
    }
  }
}
