package org.didaccess.source.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.didaccess.identity.CurrentPerson;
import org.didaccess.identity.Roles;
import org.didaccess.shared.Checks;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.process.Notice;
import org.didaccess.shared.process.Reminders;
import org.didaccess.source.WithdrawSubmission;
import org.didaccess.source.Withdrawal;
import org.didaccess.source.WithdrawalUseCases;

/** Lets the guard withdraw, and tells everybody who holds the rows, in one transaction. */
@Stateless
@RolesAllowed(Roles.DATA_MANAGER)
public class WithdrawalService implements WithdrawalUseCases {

  private static final int LONGEST_REASON = 2_000;

  @Inject private CurrentPerson caller;
  @Inject private Withdrawals withdrawals;
  @Inject private Reminders reminders;

  @Override
  public Withdrawal withdraw(WithdrawSubmission command) {
    new Checks()
        .text(
            "reason",
            command.reason(),
            LONGEST_REASON,
            "Say in at most 2,000 characters why it is withdrawn: everybody concerned reads it.")
        .done();
    withdrawals.withdraw(command, caller.id());
    Withdrawal done =
        withdrawals.find(command.submission()).orElseThrow(() -> new NotFound("submission"));
    done.holders().forEach(this::tell);
    return done;
  }

  private void tell(Withdrawal.Holder holder) {
    reminders.remind(
        holder.isWorkspace() ? Notice.WORKSPACE_ROWS_WITHDRAWN : Notice.RELEASE_ROWS_WITHDRAWN,
        holder.run());
  }

  @Override
  @RolesAllowed({Roles.DATA_MANAGER, Roles.AUDITOR, Roles.ADMINISTRATOR})
  public Optional<Withdrawal> find(long submission) {
    return withdrawals.find(submission);
  }
}
