package org.didaccess.identity;

import java.util.List;

/** The roles' names, exactly as the server's security domain and the ledger have them. */
public final class Roles {

  /** Anybody with an active account. */
  public static final String RESEARCHER = "researcher";

  /** Holds a seat on a controller's panel. */
  public static final String PANEL = "panel";

  /** Loads submissions, prepares and publishes releases, runs workspaces. */
  public static final String DATA_MANAGER = "data-manager";

  /** Data access officer: triage, agreements, successions. */
  public static final String OFFICER = "officer";

  /** Reads everything and proves it. */
  public static final String AUDITOR = "auditor";

  /** Keeps people, catalogue and organisations. */
  public static final String ADMINISTRATOR = "administrator";

  /** Signs for an organisation. */
  public static final String SIGNATORY = "signatory";

  /** The name that Jakarta gives to everybody who is signed in, whatever their roles. */
  public static final String ANYBODY_SIGNED_IN = "**";

  /** The process engine's own acts; no person has it. */
  public static final String PROCESS = "process";

  /** Every role that a person can have. */
  public static final List<String> OF_PEOPLE =
      List.of(RESEARCHER, PANEL, DATA_MANAGER, OFFICER, AUDITOR, ADMINISTRATOR, SIGNATORY);

  private Roles() {}
}
