package org.didaccess.release.domain;

/** What can be done with an extract; {@link ExtractStates} says when. */
public enum ExtractMove {
  /** The engine begins. */
  PREPARE,
  /** The engine stops until somebody lets it go on. */
  PAUSE,
  /** The engine may go on. */
  RESUME,
  /** The package is written. */
  FINISH,
  /** A second person looked at it. */
  CHECK,
  /** It is offered to the recipient. */
  PUBLISH,
  /** It is taken back. */
  RECALL,
  /** Its recipient has destroyed every copy. */
  CONFIRM_DESTROYED,
  /** The preparation failed for good. */
  FAIL,
  /** It is given up. */
  CANCEL
}
