package org.didaccess.source;

import java.util.Optional;
import org.didaccess.shared.GuardRefused;
import org.didaccess.shared.InvalidInput;

/** Taking submissions back, and who has to be told. */
public interface WithdrawalUseCases {

  /**
   * Withdraws a submission as a whole (data manager). Its rows count no more; whoever holds them is
   * told; what was read and is not published yet cannot be published any more.
   *
   * @return what was withdrawn, with everybody who holds rows of it
   * @throws InvalidInput where the reason is missing or too long
   * @throws GuardRefused where it does not count any more, or has another number of rows than was
   *     confirmed
   */
  Withdrawal withdraw(WithdrawSubmission command);

  /** The withdrawal of a submission, if it was withdrawn (data manager, auditor, administrator). */
  Optional<Withdrawal> find(long submission);
}
