package org.didaccess.launcher.demo;

/**
 * The demonstration's invented people. Everybody is plainly invented.
 *
 * <p>The administrator is the first account of a new data folder; all others are enrolled by it.
 */
enum Actor {
  ADMINISTRATOR("alex.admin", "Alex Admin", Place.NHS_ENGLAND, "Operations", "administrator", ""),
  RESEARCHER("rosa.researcher", "Rosa Researcher", Place.EXAMPLETON, "Imaging Group", "", ""),
  COLLABORATOR(
      "colin.collaborator", "Colin Collaborator", Place.EXAMPLETON, "Imaging Group", "", ""),
  SIGNATORY("sam.signatory", "Sam Signatory", Place.EXAMPLETON, "Registry", "", "signatory"),
  OFFICER("olive.officer", "Olive Officer", Place.NHS_ENGLAND, "Data Access", "officer", ""),
  NHS_CHAIR("nina.chair", "Nina Chair", Place.NHS_ENGLAND, "Panel", "", "chair"),
  NHS_MEMBER("ned.member", "Ned Member", Place.NHS_ENGLAND, "Panel", "", "member"),
  NHS_SIGNATORY("nora.signatory", "Nora Signatory", Place.NHS_ENGLAND, "Legal", "", "signatory"),
  UKHSA_CHAIR("ursula.chair", "Ursula Chair", Place.UKHSA, "Panel", "", "chair"),
  UKHSA_MEMBER("umar.member", "Umar Member", Place.UKHSA, "Panel", "", "member"),
  UKHSA_SIGNATORY("una.signatory", "Una Signatory", Place.UKHSA, "Legal", "", "signatory"),
  PREPARER("dana.manager", "Dana Manager", Place.NHS_ENGLAND, "Data Release", "data-manager", ""),
  PUBLISHER(
      "devin.manager", "Devin Manager", Place.NHS_ENGLAND, "Data Release", "data-manager", ""),
  AUDITOR("ada.auditor", "Ada Auditor", Place.NHS_ENGLAND, "Audit", "auditor", "");

  private final String login;
  private final String label;
  private final Place place;
  private final String unit;
  private final String role;
  private final String seat;

  Actor(String login, String label, Place place, String unit, String role, String seat) {
    this.login = login;
    this.label = label;
    this.place = place;
    this.unit = unit;
    this.role = role;
    this.seat = seat;
  }

  String login() {
    return login;
  }

  String label() {
    return label;
  }

  Place place() {
    return place;
  }

  String unit() {
    return unit;
  }

  /** The role to grant; empty where being a researcher is enough. */
  String role() {
    return role;
  }

  /** The seat to grant for the own organisation; empty for none. */
  String seat() {
    return seat;
  }

  /** Where nobody receives post. */
  String email() {
    return login + "@didaccess.invalid";
  }

  /** The organisations of the demonstration; only the university is made by it. */
  enum Place {
    NHS_ENGLAND("X26", "NHS England"),
    UKHSA("X25", "UK Health Security Agency"),
    EXAMPLETON("EXU01", "University of Exampleton");

    private final String code;
    private final String label;

    Place(String code, String label) {
      this.code = code;
      this.label = label;
    }

    String code() {
      return code;
    }

    String label() {
      return label;
    }
  }
}
