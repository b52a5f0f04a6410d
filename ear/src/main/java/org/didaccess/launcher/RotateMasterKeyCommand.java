package org.didaccess.launcher;

import jakarta.json.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.didaccess.pseudonym.KeyStoreException;
import org.didaccess.pseudonym.WrappedSecrets;
import org.didaccess.pseudonym.infrastructure.KeyFolders;
import org.didaccess.pseudonym.infrastructure.MasterKeyRotation;
import org.didaccess.release.infrastructure.WrappedRunSecrets;
import org.didaccess.sde.infrastructure.WrappedWorkspaceSecrets;
import picocli.CommandLine.Command;

/** Puts a new master key in the place of the old one. */
@Command(
    name = "rotate-master-key",
    description = {
      "Makes a new master key and wraps every key and secret anew by it; no token changes.",
      "With DID_PKCS11_CONFIG and DID_PKCS11_PIN_FILE the new key is made in that PKCS#11 token.",
      "The product must not run. What was interrupted goes on where it is started again."
    })
final class RotateMasterKeyCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    Settings settings = Settings.ofThisProcess();
    settings.home().prepare();
    try (Progress progress = new Progress(System.err, settings.home().folder());
        MainDatabase database = MainDatabase.alone(settings, progress)) {
      DataSource main = database.application();
      List<WrappedSecrets> elsewhere = new ArrayList<>(WrappedRunSecrets.in(main));
      elsewhere.add(WrappedWorkspaceSecrets.in(main));
      long wrapped =
          new MasterKeyRotation(KeyFolders.under(settings.home().folder()), elsewhere).rotate();
      record(main, wrapped);
      System.out.println(
          "The master key is a new one: it wraps "
              + wrapped
              + " keys and secrets, and the old one is gone. Make new backups of the keys and of"
              + " their password: older ones open with the old key alone.");
      return ExitCode.OK;
    } catch (KeyStoreException failed) {
      throw new LaunchProblem(failed.getMessage(), failed);
    }
  }

  private static void record(DataSource main, long wrapped) {
    try (Connection connection = main.getConnection();
        PreparedStatement record =
            connection.prepareStatement(
                "SELECT audit.record('keys', 'master', 'rotated', NULL, ?)")) {
      record.setString(1, Json.createObjectBuilder().add("wrapped", wrapped).build().toString());
      record.execute();
    } catch (SQLException failed) {
      throw new LaunchProblem(
          "The master key is rotated, but the audit trail could not take it up: "
              + failed.getMessage(),
          failed);
    }
  }
}
