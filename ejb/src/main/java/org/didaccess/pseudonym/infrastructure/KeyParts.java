package org.didaccess.pseudonym.infrastructure;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.didaccess.pseudonym.AgreementKeys;
import org.didaccess.pseudonym.KeyWrapping;
import org.didaccess.pseudonym.SigningKeys;
import org.didaccess.pseudonym.WatermarkKeys;

/** Opens the key store in the server's data folder. */
@Dependent
public class KeyParts {

  private static final String HOME = "did.home";

  /** The agreements' keys; destroyed ones are destroyed again before any is used. */
  @Produces
  @Singleton
  public AgreementKeys agreementKeys() {
    return new FileAgreementKeys(folders());
  }

  /** The package signing key. */
  @Produces
  @Singleton
  public SigningKeys signingKeys() {
    return new FileSigningKeys(folders());
  }

  /** The keys of the recipients' marks. */
  @Produces
  @Singleton
  public WatermarkKeys watermarkKeys() {
    return new FileWatermarkKeys(folders());
  }

  /** Wrapping under the master key. */
  @Produces
  @Singleton
  public KeyWrapping keyWrapping() {
    return MasterKey.open(folders());
  }

  private static KeyFolders folders() {
    String home = System.getProperty(HOME);
    if (home == null) {
      throw new IllegalStateException("Start the server with -D" + HOME + "=<data folder>.");
    }
    return KeyFolders.under(Path.of(home));
  }
}
