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
    LOGIN_WITHOUT_RIGHT("A login is on, or a session is open, and no right covers it"),
    /** A right whose login is missing, switched off or ends at another time. */
    RIGHT_WITHOUT_LOGIN("A login is missing, off or ends at another time than the right"),
    /** Settings or limits of a login that are not the standard ones. */
    SETTINGS_CHANGED("A login's settings or limits were changed"),
    /** A database that belongs to no workspace. */
    DATABASE_WITHOUT_WORKSPACE("A database belongs to no workspace"),
    /** A workspace that should have a database and has none. */
    WORKSPACE_WITHOUT_DATABASE("A workspace has no database"),
    /** A column that analysts can read and nobody approved. */
    COLUMN_NOT_APPROVED("Analysts can read a column that was not released"),
    /** An approved column that is not there. */
    COLUMN_MISSING("A released column is missing");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The words for people. */
    public String label() {
      return label;
    }
  }
}
