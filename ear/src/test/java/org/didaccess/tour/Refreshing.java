package org.didaccess.tour;

/**
 * Refreshes are ordered once; each is checked by one person and published by another. The forms are
 * filled with the keyboard alone.
 */
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
    author.tabTo("University of Exampleton").key("Space").tabTo("Rosa Researcher").key("Space");
    author.tabTo("All rows").key("ArrowDown");
    author.focusIsOn("Changes only: rows added, changed or removed");
    author.tabTo("From which day of each month on?").write("1");
    author.tabTo("Your password").write(town.secret());
    author.tabTo("Order refreshes").enter("Refreshes are ordered");
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
    first.tabTo("What did you look at, and why may it leave?").write("Rows and changes.");
    first.tabTo("Your password").write(town.secret()).tabTo("Record the check");
    first.enter("The check is recorded").seesNo("Publish it");
    Person second = town.as("devin.manager").open(address).follow("Publish it");
    second.tickIfOffered("It may leave all the same").confirm().press("Publish");
    second.sees("The package is published").look("release-refresh-published");
  }

  private void end(String agreement) {
    Person author = town.as("dana.manager").open("/agreement?id=" + agreement);
    author.follow("End them").look("release-end-refreshes").press("End refreshes");
    author.sees("Give a reason").tabTo("Why?").write("The study is over.").tabTo("End refreshes");
    author.enter("The standing order is ended");
    author.sees("The standing order is ended").sees("The study is over.").seesNo("End them");
    author.look("agreement-refreshes-ended");
  }
}
