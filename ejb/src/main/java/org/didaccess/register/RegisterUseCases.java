package org.didaccess.register;

import org.didaccess.shared.NotFound;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;

/** Reading the public register; open to everybody. */
public interface RegisterUseCases {

  /** Agreements that have effect, the newest first. */
  Page<RegisterEntryView> entries(PageRequest page);

  /**
   * One entry.
   *
   * @throws NotFound where there is none
   */
  RegisterEntryView entry(String reference);
}
