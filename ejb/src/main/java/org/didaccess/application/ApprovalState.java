package org.didaccess.application;

import java.util.List;
import java.util.UUID;

/** What the guard makes of a submitted version: the one truth about approvals. */
public interface ApprovalState {

  /** Every slot of the version's data set. */
  List<SlotState> slots(UUID version);

  /** What is left of each field. */
  List<AllowedField> allowedFields(UUID version);
}
