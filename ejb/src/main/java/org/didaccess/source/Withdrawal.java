package org.didaccess.source;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A submission that was taken back, and who holds its rows.
 *
 * @param submission which one
 * @param reason why
 * @param withdrawnAt when
 * @param rows how many of its rows counted until then
 * @param holders releases and workspaces that were read while they counted, the earliest first
 */
public record Withdrawal(
    long submission, String reason, Instant withdrawnAt, long rows, List<Holder> holders) {

  /** Keeps its own copy of the holders. */
  public Withdrawal {
    holders = List.copyOf(holders);
  }

  /**
   * A release or a workspace that read rows of the submission.
   *
   * @param run its id
   * @param kind {@code extract} or {@code sde}
   * @param agreement its agreement
   * @param agreementReference that agreement's reference
   * @param organisation the organisation that received them
   * @param rows how many of the rows it may hold: those within its period and filters
   */
  public record Holder(
      UUID run,
      String kind,
      UUID agreement,
      String agreementReference,
      String organisation,
      long rows) {

    /** Whether it is a workspace, and not a package that was handed on. */
    public boolean isWorkspace() {
      return "sde".equals(kind);
    }
  }
}
