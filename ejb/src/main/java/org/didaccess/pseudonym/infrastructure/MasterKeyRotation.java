package org.didaccess.pseudonym.infrastructure;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import org.didaccess.pseudonym.KeyStoreException;
import org.didaccess.pseudonym.WrappedSecrets;

/**
 * Puts a new master key in the place of the old one. Every key and secret stays as it is and is
 * only wrapped anew, so that no token changes. Nothing may use the keys meanwhile.
 *
 * <p>The new key stands beside the old one until everything is wrapped by it. A rotation that was
 * interrupted goes on where it is started again.
 */
public final class MasterKeyRotation {

  private final KeyFolders folders;
  private final List<WrappedSecrets> elsewhere;

  /**
   * A rotation.
   *
   * @param elsewhere secrets that stand outside the key folders, such as those in the database
   */
  public MasterKeyRotation(KeyFolders folders, List<WrappedSecrets> elsewhere) {
    this.folders = folders;
    this.elsewhere = List.copyOf(elsewhere);
  }

  /**
   * Rotates.
   *
   * @return how many keys and secrets the new key wraps
   * @throws KeyStoreException where something could not be read or written: the old key is still
   *     there, and the rotation can be started again
   */
  public long rotate() {
    MasterStores store = new MasterStores(folders);
    try {
      MasterKey.open(folders);
      store.addUnlessBegun();
      long wrapped = rewrapAll(MasterKey.open(folders));
      store.keepNewest(1);
      return wrapped;
    } catch (IOException | GeneralSecurityException failed) {
      throw new KeyStoreException(
          "The master key could not be rotated in " + store.place() + ". Mend it and start again.",
          failed);
    }
  }

  private long rewrapAll(MasterKey master) {
    long wrapped =
        new FileAgreementKeys(folders).rewrap(master)
            + new FileSigningKeys(folders).rewrap(master)
            + new FileWatermarkKeys(folders).rewrap(master);
    for (WrappedSecrets secrets : elsewhere) {
      wrapped += secrets.rewrap(master);
    }
    return wrapped;
  }
}
