package org.didaccess.governance.domain;

import java.util.Map;

/** Why somebody may not judge a version, in plain words; the guard's words are the keys. */
public final class Obstacle {

  private static final Map<String, String> SENTENCES =
      Map.ofEntries(
          Map.entry("applicant", "You are the applicant. Nobody decides on their own application."),
          Map.entry("collaborator", "You work on this application, so you cannot judge it."),
          Map.entry(
              "signatory", "You sign for the applicant's organisation, so you cannot judge it."),
          Map.entry("recipient", "You belong to a recipient of the data, so you cannot judge it."),
          Map.entry(
              "applying-unit", "You belong to the unit that applies, so you cannot judge it."),
          Map.entry(
              "applicant-organisation",
              "You belong to the applicant's organisation, so you cannot judge it."),
          Map.entry(
              "slot-blocked",
              "The controller was dissolved and no successor is recorded. An officer records who"
                  + " follows it, with evidence."),
          Map.entry(
              "no-independent-member",
              "The controller applies itself, and no member is recorded as independent of the"
                  + " applying unit. An officer appoints one, with evidence."),
          Map.entry(
              "not-independent",
              "The controller applies itself: only a member recorded as independent of the applying"
                  + " unit decides."),
          Map.entry("no-seat", "Only the chair of the controller's panel decides."),
          Map.entry("no-slot", "This controller no longer decides about the data set."),
          Map.entry("withdrawn", "The application was withdrawn."),
          Map.entry(
              "rejected", "A controller rejected this version. There is nothing left to decide."),
          Map.entry("unknown-version", "This version was not submitted."));

  private Obstacle() {}

  /** The sentence for a word of the guard; null where there is no obstacle. */
  public static String sentence(String word) {
    return word == null
        ? null
        : SENTENCES.getOrDefault(word, "You cannot judge this version. Ask an officer why.");
  }
}
