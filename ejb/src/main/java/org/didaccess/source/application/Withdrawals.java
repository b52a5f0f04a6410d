package org.didaccess.source.application;

import java.util.Optional;
import java.util.UUID;
import org.didaccess.source.WithdrawSubmission;
import org.didaccess.source.Withdrawal;

/** Where withdrawals are decided and kept: the guard. */
public interface Withdrawals {

  /** Withdraws, in the caller's transaction. */
  void withdraw(WithdrawSubmission command, UUID person);

  /** The withdrawal of a submission, if it was withdrawn. */
  Optional<Withdrawal> find(long submission);
}
