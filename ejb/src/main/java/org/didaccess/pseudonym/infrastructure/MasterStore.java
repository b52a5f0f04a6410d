package org.didaccess.pseudonym.infrastructure;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.List;
import javax.crypto.SecretKey;

/** A place where master keys stand. */
interface MasterStore {

  /** The alias of the first key; later ones have their number behind it. */
  String ALIAS = "did-access-master";

  /**
   * A master key.
   *
   * @param key the key, or a handle of one that never leaves its token
   * @param provider who can use it; null for whoever Java chooses
   */
  record Entry(SecretKey key, Provider provider) {}

  /** What stands there, the newest first; empty where nothing was ever made. */
  List<Entry> entries() throws IOException, GeneralSecurityException;

  /** Makes a key that is newer than all others. */
  void add() throws IOException, GeneralSecurityException;

  /** Removes all but the newest so many keys. */
  void keepNewest(int count) throws IOException, GeneralSecurityException;

  /** Where it is, for whoever has to mend it. */
  String place();
}
