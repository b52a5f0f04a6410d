package org.didaccess.pseudonym.infrastructure;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where master keys are made from now on, and where they were made before: a product that got a
 * token later reads what its file wrapped until a rotation has wrapped it anew.
 */
final class MasterStores implements MasterStore {

  private final MasterStore preferred;
  private final List<MasterStore> all;

  MasterStores(KeyFolders folders) {
    MasterStore file = new FileMasterStore(folders.keys(), folders.secrets());
    this.preferred =
        folders
            .token()
            .<MasterStore>map(token -> new TokenMasterStore(token.configuration(), token.pin()))
            .orElse(file);
    this.all = preferred == file ? List.of(file) : List.of(preferred, file);
  }

  @Override
  public List<Entry> entries() throws IOException, GeneralSecurityException {
    List<Entry> entries = new ArrayList<>();
    for (MasterStore store : all) {
      entries.addAll(store.entries());
    }
    return entries;
  }

  @Override
  public void add() throws IOException, GeneralSecurityException {
    preferred.add();
  }

  /** Makes a newer key where new ones are made, unless a rotation that was interrupted did so. */
  void addUnlessBegun() throws IOException, GeneralSecurityException {
    if (preferred.entries().isEmpty() || entries().size() < 2) {
      preferred.add();
    }
  }

  @Override
  public void keepNewest(int count) throws IOException, GeneralSecurityException {
    int left = count;
    for (MasterStore store : all) {
      int there = store.entries().size();
      store.keepNewest(Math.min(left, there));
      left -= Math.min(left, there);
    }
  }

  @Override
  public String place() {
    return String.join(", or ", all.stream().map(MasterStore::place).toList());
  }
}
