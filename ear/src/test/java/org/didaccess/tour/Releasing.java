package org.didaccess.tour;

import java.nio.file.Path;

/** One data manager prepares, another checks and publishes, the recipient downloads. */
final class Releasing {
  private static final int PREPARATION_S = 180;

  private final Town town;

  Releasing(Town town) {
    this.town = town;
  }

  void release(String title) {
    Person preparer = town.as("dana.manager").open("/agreements").followRow(title);
    preparer.follow("Order a release").look("release-order");
    preparer.choose("Which organisation receives it?", "University of Exampleton");
    preparer.choose("Who asked for it and opens it?", "Rosa Researcher");
    preparer.confirm().press("Order").look("release-ordered");
    preparer
        .awaitsState("To be checked", PREPARATION_S)
        .seesNo("Publish it")
        .look("release-prepared");
    publish(preparer.address());
  }

  private void publish(String address) {
    Person publisher = town.as("devin.manager").open("/releases").look("releases");
    publisher.open(address).follow("Check it").sees("Beside the source");
    publisher.sees("How its columns are filled").sees("Rows as the recipient will see them");
    publisher.look("release-check");
    publisher.type("What did you look at, and why may it leave?", "Rows by month, smallest group.");
    publisher.press("Record the check").follow("Publish it").look("release-publish");
    publisher
        .tickIfOffered("It may leave all the same")
        .confirm()
        .press("Publish")
        .sees("Published")
        .sees("Offered to the recipient")
        .look("release-published");
  }

  /** Whoever paused it, or another data manager, lets it go on. */
  void goOn(String release) {
    Person manager = town.as("dana.manager").open("/release?id=" + release).sees("Paused");
    manager.look("release-paused").tabTo("Let it go on").enter("It goes on where it stopped");
    manager.look("release-going-on").awaitsState("To be checked", PREPARATION_S);
  }

  /**
   * Whoever publishes is asked about the people who could be singled out, and says so with the
   * keyboard alone.
   */
  void decideOnDifferences(String release) {
    Person publisher = town.as("devin.manager").open("/release/check?id=" + release);
    publisher.sees("Beside what the recipient already holds").look("release-check-beside-held");
    publisher.open("/release/publish?id=" + release).sees("it could single out up to");
    publisher.look("release-publish-singled-out").confirm().press("Publish");
    publisher.sees("Confirm that number").look("release-publish-not-accepted");
    publisher.tabTo("It may leave all the same").key("Space");
    publisher.tabTo("Your password").write(town.secret());
    publisher.tabTo("Publish").enter("The package is published");
  }

  /** Gives the package as the recipient has it. */
  Path download(Path folder) {
    Person recipient = town.as("rosa.researcher").open("/releases").look("releases-recipient");
    recipient.followRow("Published").press("Make a download link").look("release-link");
    return recipient.download("Download the package", folder.resolve("package.tar.age"));
  }
}
