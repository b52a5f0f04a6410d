package org.didaccess.sde.domain;

/**
 * A difference between approvals and the real grants of the cluster.
 *
 * @param kind what differs
 * @param name the database, login or column that it is about
 */
public record Drift(Kind kind, String name) {

  /** What may differ. */
  public enum Kind {
    /** A login or session that no right covers. */
    LOGIN_WITHOUT_RIGHT,
    /** A right whose login is missing, switched off or ends at another time. */
    RIGHT_WITHOUT_LOGIN,
    /** Settings or limits of a login that are not the standard ones. */
    SETTINGS_CHANGED,
    /** A database that belongs to no workspace. */
    DATABASE_WITHOUT_WORKSPACE,
    /** A workspace that should have a database and has none. */
    WORKSPACE_WITHOUT_DATABASE,
    /** A column that analysts can read and nobody approved. */
    COLUMN_NOT_APPROVED,
    /** An approved column that is not there. */
    COLUMN_MISSING
  }
}
