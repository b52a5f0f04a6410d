package org.didaccess.pseudonym.infrastructure;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.didaccess.pseudonym.AgreementKeys;
import org.didaccess.pseudonym.KeyWrapping;
import org.didaccess.pseudonym.SigningKeys;
import org.didaccess.pseudonym.WatermarkKeys;
import org.didaccess.shared.infrastructure.DataFolder;

/** Opens the key store in the server's data folder. */
@Dependent
public class KeyParts {

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
    return KeyFolders.under(DataFolder.ofThisServer());
  }
}
