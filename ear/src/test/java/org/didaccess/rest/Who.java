package org.didaccess.rest;

import java.util.EnumMap;
import java.util.Map;

/** One person of the demonstration for each role, and nobody. */
enum Who {
  NOBODY(null),
  RESEARCHER("rosa.researcher"),
  PANEL("nina.chair"),
  SIGNATORY("sam.signatory"),
  OFFICER("olive.officer"),
  DATA_MANAGER("dana.manager"),
  AUDITOR("ada.auditor"),
  ADMINISTRATOR("alex.admin");

  private static final Map<Who, Caller> SESSIONS = new EnumMap<>(Who.class);

  private final String login;

  Who(String login) {
    this.login = login;
  }

  /** In a session that all tests share; a new one where the server has forgotten it. */
  Caller caller() {
    if (this == NOBODY) {
      return Caller.nobody();
    }
    return SESSIONS.compute(
        this, (who, known) -> known != null && known.isSignedIn() ? known : Caller.signedIn(login));
  }

  /** In a session that a test may end. */
  Caller inOwnSession() {
    return this == NOBODY ? Caller.nobody() : Caller.signedIn(login);
  }
}
