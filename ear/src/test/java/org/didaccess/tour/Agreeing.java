package org.didaccess.tour;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The officer drafts the agreement and every party signs its text. */
final class Agreeing {
  private final Town town;

  Agreeing(Town town) {
    this.town = town;
  }

  void draftForExtract(String title, String publicKey) {
    Person officer = draft(title);
    officer.choose("Who receives extracts?", "Rosa Researcher");
    officer.type("The recipient's own public key", publicKey);
    officer.confirm().press("Draft agreement").sees("Not signed yet").look("agreement-drafted");
  }

  void draftForWorkspace(String title) {
    Person officer = draft(title);
    officer.choose("Who works in the Secure Data Environment?", "Rosa Researcher");
    officer.confirm().press("Draft agreement").sees("Not signed yet");
  }

  private Person draft(String title) {
    Person officer = town.as("olive.officer").open("/applications").followRow(title);
    officer.follow("Draft the agreement").look("agreement-draft").press("Draft agreement");
    officer.sees("There is a problem").look("agreement-draft-with-problems");
    LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    return officer
        .type("First day", today.toString())
        .type("Last day", today.plusYears(1).toString());
  }

  void sign(String title) {
    for (String login : List.of("sam.signatory", "nora.signatory", "una.signatory")) {
      Person signatory = town.as(login).open("/agreements").look("agreements-" + login);
      signatory.followRow(title).follow("Read and sign for").look("sign-" + login);
      signatory.confirm().press("Sign").sees("Signed by").look("signed-" + login);
    }
  }

  void suspendAndResume(String title) {
    Person officer = town.as("olive.officer").open("/agreements").followRow(title);
    officer.follow("Suspend").look("suspend").type("Why do you suspend it?", "A question is open.");
    officer.press("Confirm").sees("Suspended").look("suspended").follow("Resume").look("resume");
    officer.type("Why can it go on?", "The question was answered.").confirm().press("Resume");
    officer.sees("Active").look("resumed");
  }
}
