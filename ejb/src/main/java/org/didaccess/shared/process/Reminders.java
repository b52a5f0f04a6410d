package org.didaccess.shared.process;

import java.util.UUID;

/** What a process asks for when something has waited too long. */
public interface Reminders {

  /**
   * Records that a notice is due. Who receives it, and where, is found from the subject when the
   * notice is delivered: the process knows no people and no addresses.
   *
   * @param notice what the notice says
   * @param subject the id of the application, agreement, run or workspace
   */
  void remind(Notice notice, UUID subject);
}
