package org.didaccess.governance.domain;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.didaccess.application.SlotState;

/** What the words of all slots together mean for an application. */
public enum Assessment {
  /** A slot still waits, and none said no. */
  OPEN,
  /** A controller said no: whatever the others say, nothing can leave. */
  REJECTED,
  /** A controller has questions, none said no. */
  QUESTIONS,
  /** Every controller approved, but less than was asked for. */
  NARROWED,
  /** Every controller's approval covers what is asked for. */
  APPROVED;

  private static final String REJECTED_WORD = "rejected";
  private static final String DEFERRED_WORD = "deferred";
  private static final Set<String> WAITING = Set.of("no-decision", "withdrawn", "blocked");

  /**
   * Judges a version.
   *
   * @param slots every slot, as the guard sees it
   * @param decidedNow decisions that were made on this very version: an earlier answer to an
   *     earlier version says nothing about this one, unless it covers it
   */
  public static Assessment of(List<SlotState> slots, Set<UUID> decidedNow) {
    if (slots.stream().anyMatch(slot -> rejects(slot, decidedNow))) {
      return REJECTED;
    }
    if (slots.isEmpty() || slots.stream().anyMatch(slot -> waits(slot, decidedNow))) {
      return OPEN;
    }
    if (slots.stream().anyMatch(slot -> slot.word().equals(DEFERRED_WORD))) {
      return QUESTIONS;
    }
    return slots.stream().allMatch(SlotState::satisfied) ? APPROVED : NARROWED;
  }

  private static boolean waits(SlotState slot, Set<UUID> decidedNow) {
    return !slot.satisfied()
        && (slot.blocked()
            || WAITING.contains(slot.word())
            || !decidedNow.contains(slot.decisionId()));
  }

  private static boolean rejects(SlotState slot, Set<UUID> decidedNow) {
    return slot.word().equals(REJECTED_WORD) && !waits(slot, decidedNow);
  }
}
