package org.didaccess.tour;

/** A data manager orders a workspace, an analyst gets credentials, the manager closes it. */
final class Working {
  private static final int FILLING_S = 180;

  private final Town town;

  Working(Town town) {
    this.town = town;
  }

  void provision(String title) {
    Person manager = town.as("dana.manager").open("/agreements").followRow(title);
    manager.follow("Order a workspace").look("workspace-order");
    manager.choose("Whose analysts work in it?", "University of Exampleton");
    manager.choose("Who asked for it", "Rosa Researcher");
    manager.confirm().press("Order").look("workspace-ordered");
    manager.awaitsState("Open", FILLING_S).look("workspace-active");
    Person analyst = town.as("rosa.researcher").open("/workspaces").look("workspaces");
    analyst.open(manager.address()).press("Make my credentials").sees("Shown this once");
    analyst.look("workspace-credentials");
    manager.follow("Close the workspace").look("workspace-close");
  }

  /** Whoever paused it, or another data manager, lets it go on. */
  void goOn(String workspace) {
    Person manager = town.as("dana.manager").open("/workspace?id=" + workspace).sees("Paused");
    manager.look("workspace-paused").tabTo("Let it go on").enter("It goes on where it stopped");
    manager.look("workspace-going-on").awaitsState("Open", FILLING_S);
  }
}
