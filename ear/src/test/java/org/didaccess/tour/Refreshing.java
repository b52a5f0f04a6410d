package org.didaccess.tour;

/** Refreshes are ordered once; each is checked by one person and published by another. */
final class Refreshing {
  private static final int PREPARATION_S = 120;

  private final Town town;

  Refreshing(Town town) {
    this.town = town;
  }

  void walk(String agreement) {
    order(agreement);
    release(agreement);
    end(agreement);
  }

  private void order(String agreement) {
    Person author = town.as("dana.manager").open("/agreement?id=" + agreement);
    author.follow("Order monthly refreshes").look("release-refreshes");
    author.confirm().press("Order refreshes").sees("There is a problem").look("refreshes-wrong");
    author.choose("Which organisation receives them?", "University of Exampleton");
    author.choose("Who asked for them and opens them?", "Rosa Researcher");
    author.choose("What does a refresh hold?", "Changes only: rows added, changed or removed");
    author.type("From which day of each month on?", "1");
    author.confirm().press("Order refreshes").sees("Refreshes are ordered");
    author.sees("from day 1 of each month on").look("agreement-with-refreshes");
  }

  /** Whoever gave the order is the first of the two. */
  private void release(String agreement) {
    Person first = town.as("dana.manager").open("/agreement?id=" + agreement);
    first.awaitsLink("EXT-", PREPARATION_S).follow("EXT-");
    first.awaitsState("To be checked", PREPARATION_S).sees("Monthly refresh");
    String address = first.address();
    first.follow("Check it").sees("Rows that the recipient then has").look("release-check-refresh");
    first.type("What did you look at, and why may it leave?", "Rows and changes.");
    first.press("Record the check").sees("Type your password").look("refresh-check-unconfirmed");
    first.type("What did you look at, and why may it leave?", "Rows and changes.");
    first.confirm().press("Record the check").sees("The check is recorded").seesNo("Publish it");
    Person second = town.as("devin.manager").open(address).follow("Publish it");
    second.tickIfOffered("It may leave all the same").confirm().press("Publish");
    second.sees("The package is published").look("release-refresh-published");
  }

  private void end(String agreement) {
    Person author = town.as("dana.manager").open("/agreement?id=" + agreement);
    author.follow("End them").look("release-end-refreshes").press("End refreshes");
    author.sees("Give a reason").type("Why?", "The study is over.").press("End refreshes");
    author.sees("The standing order is ended").sees("The study is over.").seesNo("End them");
    author.look("agreement-refreshes-ended");
  }
}
