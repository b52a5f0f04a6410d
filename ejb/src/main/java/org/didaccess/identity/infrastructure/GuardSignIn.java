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
import javax.sql.DataSource;
import org.didaccess.identity.SignInUseCases;

/** Asks the guard about accounts, over the login that can do nothing but that. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GuardSignIn implements SignInUseCases {

  @Resource(lookup = "java:jboss/datasources/DidAuth")
  private DataSource accounts;

  @Override
  public boolean locked(String login) {
    return "locked".equals(ask("SELECT state FROM guard.sign_in_state(?)", login));
  }

  @Override
  public boolean inForce(String login) {
    return "ok".equals(ask("SELECT state FROM guard.sign_in_state(?)", login));
  }

  @Override
  public void succeeded(String login) {
    ask("SELECT guard.sign_in_succeeded(?)::text", login);
  }

  private String ask(String question, String login) {
    try (Connection connection = accounts.getConnection();
        PreparedStatement statement = connection.prepareStatement(question)) {
      statement.setString(1, login);
      try (ResultSet answer = statement.executeQuery()) {
        return answer.next() ? answer.getString(1) : null;
      }
    } catch (SQLException failure) {
      throw new EJBException("The account could not be looked up.", failure);
    }
  }
}
