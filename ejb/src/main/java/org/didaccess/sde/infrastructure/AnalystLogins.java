package org.didaccess.sde.infrastructure;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.didaccess.sde.domain.OpaqueName;
import org.postgresql.util.PasswordUtil;

/**
 * Makes and removes the logins of analysts. A login is made switched off: only the watchdog, which
 * reads the entitlement from the guard, switches one on.
 */
public final class AnalystLogins {

  private static final String CATALOGUE = "sde";
  private static final int PASSWORD_BYTES = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final ClusterConnections cluster;

  public AnalystLogins(ClusterConnections cluster) {
    this.cluster = cluster;
  }

  /**
   * Makes the login, or gives an existing one a new password.
   *
   * @param validUntil the end of the agreement's last day
   * @return the password: it is kept nowhere and cannot be shown again. The server gets its SCRAM
   *     verifier alone.
   */
  public String make(String analyst, String workspace, Instant validUntil) {
    OpaqueName.requireAnalyst(analyst);
    OpaqueName.requireWorkspace(workspace);
    String password = newPassword();
    String verifier = PasswordUtil.encodeScramSha256(password.toCharArray());
    try (Connection connection = cluster.open(CATALOGUE);
        PreparedStatement call =
            connection.prepareStatement("SELECT sde.make_analyst(?, ?, ?, ?)")) {
      call.setString(1, analyst);
      call.setString(2, workspace);
      call.setString(3, verifier);
      call.setObject(4, validUntil.atOffset(ZoneOffset.UTC));
      call.execute();
      return password;
    } catch (SQLException e) {
      throw new SdeClusterException("The login could not be made", e);
    }
  }

  /** Refuses the login and ends its sessions, each committed by itself. */
  public void refuse(String analyst) {
    call("SELECT sde.refuse_login(?)", analyst);
    call("SELECT sde.end_sessions(?)", analyst);
  }

  /** Drops a login, after the database with what it owned there was dropped. */
  public void drop(String analyst) {
    call("SELECT sde.drop_analyst(?)", analyst);
  }

  private void call(String sql, String analyst) {
    OpaqueName.requireAnalyst(analyst);
    try (Connection connection = cluster.open(CATALOGUE);
        PreparedStatement call = connection.prepareStatement(sql)) {
      call.setString(1, analyst);
      call.execute();
    } catch (SQLException e) {
      throw new SdeClusterException("The login could not be changed", e);
    }
  }

  private static String newPassword() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
