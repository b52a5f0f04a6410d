package org.didaccess.shared;

/** The thing is not in a state in which this can be done. */
public final class IllegalMove extends DomainException {

  private static final long serialVersionUID = 1L;

  /** A refusal that names the state and the move. */
  public IllegalMove(String message) {
    super("illegal-move", message);
  }
}
