package org.didaccess.shared;

/**
 * The database's guard refused the act.
 *
 * <p>The code is the guard's error code (DA001 not authorised, DA002 not entitled, DA003 separation
 * of duties, DA004 selection changed, DA005 approval missing, DA006 controller dissolved, DA007 not
 * signed, DA008 not active, DA009 condition open, DA010 recipient not approved, DA011 unapproved
 * column, DA012 invalid input, DA013 locked out, DA014 already done, DA015 session, DA016 another
 * key).
 */
public final class GuardRefused extends DomainException {

  private static final long serialVersionUID = 1L;

  /** A refusal with the guard's code and its sentence. */
  public GuardRefused(String code, String message) {
    super(code, message);
  }
}
