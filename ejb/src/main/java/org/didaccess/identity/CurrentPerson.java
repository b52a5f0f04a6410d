package org.didaccess.identity;

import java.util.UUID;
import org.didaccess.shared.NotPermitted;

/** Who is asking: the caller of the present request. */
public interface CurrentPerson {

  /**
   * The caller's id.
   *
   * @throws NotPermitted where nobody is signed in
   */
  UUID id();

  /** The caller's login name. */
  String login();

  /** Whether the caller has a role of {@link Roles}. */
  boolean has(String role);
}
