package org.didaccess.tour;

import java.util.List;

/** An officer lets the request go on; two panels vote, and their chairs decide on exactly it. */
final class Governing {
  private static final String CONDITION = "The ethics committee has confirmed its opinion.";

  private final Town town;

  Governing(Town town) {
    this.town = town;
  }

  void triage(String title) {
    Person officer = town.as("olive.officer");
    officer.open("/").look("officer-home").menu("Triage").look("triage").followRow(title);
    officer.look("triage-application").press("Confirm").sees("There is a problem");
    officer.choose("What do you do with it?", "Accept it for review").press("Confirm");
    officer.sees("has left the queue").look("triage-done");
  }

  void decide(String title) {
    town.as("ned.member").open("/reviews").look("reviews").followRow(title).look("review-member");
    vote("ned.member", title);
    approve("nina.chair", title, CONDITION);
    vote("umar.member", title);
    approve("ursula.chair", title, "");
  }

  private void vote(String login, String title) {
    Person member = town.as(login).open("/reviews").followRow(title);
    member.follow("Vote").look("vote-" + login).choose("How do you vote?", "Approve");
    member.type("Why?", "The fields fit the purpose, and no more is asked for.");
    member.confirm().press("Vote").sees("The fields fit the purpose").look("voted-" + login);
  }

  private void approve(String login, String title, String condition) {
    Person chair = town.as(login).open("/reviews").followRow(title).look("review-" + login);
    chair.follow("Decide").look("decide-" + login).press("Record decision");
    chair.sees("There is a problem").look("decide-with-problems-" + login);
    chair.choose(
        "What do you decide?", condition.isEmpty() ? "Approve" : "Approve with conditions");
    chair.type("Conditions to be met before anything is released", condition);
    chair.type("Why?", "Necessary, and no more than that.").confirm().press("Record decision");
    chair.sees("The decision is recorded").look("decided-" + login);
  }

  /** The officer records what shows that a controller's condition is met. */
  void meetCondition(String title) {
    Person officer = town.as("olive.officer").open("/applications").followRow(title);
    officer
        .sees(CONDITION)
        .follow("Record as met")
        .look("condition")
        .type("What shows that it is met?", "A letter.");
    officer.confirm().press("Record").sees("met: A letter.").look("condition-met");
  }

  /** The applicant follows it: whose turn it is, and what was decided. */
  void follow(String title) {
    Person researcher = town.as("rosa.researcher").open("/applications").followRow(title);
    List.of("NHS England: Approve with conditions", "UK Health Security Agency: Approve")
        .forEach(researcher::sees);
    researcher.look("overview-approved");
  }
}
