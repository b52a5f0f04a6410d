package org.didaccess.identity.infrastructure;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.didaccess.identity.SignInUseCases;
import org.didaccess.shared.infrastructure.Database;

/** Asks the guard about accounts, over the login that can do nothing but that. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GuardSignIn implements SignInUseCases {

  private static final String LOCKED = "SELECT state = 'locked' FROM guard.sign_in_state(?)";
  private static final String STANDING =
      """
      SELECT s.state = 'ok' AS in_force, coalesce(s.secret, 0) AS secret,
        ARRAY(SELECT r.role FROM guard.sign_in_roles(?) r) AS roles
      FROM guard.sign_in_state(?) s""";

  @Resource(lookup = "java:jboss/datasources/DidAuth")
  private DataSource accounts;

  private interface Answer<T> {
    T of(ResultSet row) throws SQLException;
  }

  @Override
  public boolean locked(String login) {
    return ask(LOCKED, row -> row.getBoolean(1), login);
  }

  @Override
  public Standing standing(String login) {
    return ask(
        STANDING,
        row ->
            new Standing(
                row.getBoolean("in_force"),
                row.getLong("secret"),
                Set.copyOf(Database.texts(row, "roles"))),
        login,
        login);
  }

  @Override
  public void succeeded(String login) {
    ask("SELECT guard.sign_in_succeeded(?)", row -> null, login);
  }

  private <T> T ask(String question, Answer<T> answer, String... parameters) {
    try (Connection connection = accounts.getConnection();
        PreparedStatement statement = connection.prepareStatement(question)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return answer.of(row);
      }
    } catch (SQLException failure) {
      throw new EJBException("The account could not be looked up.", failure);
    }
  }
}
