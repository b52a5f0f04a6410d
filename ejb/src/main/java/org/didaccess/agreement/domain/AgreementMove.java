package org.didaccess.agreement.domain;

/** What can happen to an agreement. */
public enum AgreementMove {
  /** The last party signed. */
  ACTIVATE,
  /** Everything under it stops for now. */
  SUSPEND,
  /** It goes on. */
  RESUME,
  /** It ends early, for cause. */
  REVOKE,
  /** It ends. */
  END,
  /** The destruction of the data is certified. */
  CLOSE
}
