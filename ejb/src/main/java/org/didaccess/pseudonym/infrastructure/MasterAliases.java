package org.didaccess.pseudonym.infrastructure;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Numbers master keys by their alias, so that the newest is known in any kind of key store. */
final class MasterAliases {

  private MasterAliases() {}

  /** The aliases of master keys, the newest first. */
  static List<String> newestFirst(KeyStore store) throws GeneralSecurityException {
    return Collections.list(store.aliases()).stream()
        .filter(alias -> alias.matches(MasterStore.ALIAS + "(-[0-9]{1,6})?"))
        .sorted(Comparator.comparingInt(MasterAliases::number).reversed())
        .toList();
  }

  /** The alias of a key that is newer than all others. */
  static String next(KeyStore store) throws GeneralSecurityException {
    List<String> known = newestFirst(store);
    return known.isEmpty()
        ? MasterStore.ALIAS
        : MasterStore.ALIAS + "-" + (number(known.get(0)) + 1);
  }

  private static int number(String alias) {
    return alias.equals(MasterStore.ALIAS)
        ? 1
        : Integer.parseInt(alias.substring(MasterStore.ALIAS.length() + 1));
  }
}
