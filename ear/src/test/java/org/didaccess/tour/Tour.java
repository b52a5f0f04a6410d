package org.didaccess.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The tour of all roles, scene by scene, in a browser. */
final class Tour implements AutoCloseable {
  private static final String EXTRACT = "Waiting times by age, as an extract";
  private static final String WORKSPACE = "Waiting times by age, in the environment";

  private final Gallery gallery;
  private final Town town;
  private final Path folder;

  /**
   * @param baseUrl where the product is served
   * @param secret the password of the demonstration's people
   * @param folder where pictures and downloads go
   */
  Tour(String baseUrl, String secret, Path folder) throws IOException {
    Files.createDirectories(folder);
    this.folder = folder;
    this.gallery = new Gallery(baseUrl, folder);
    this.town = new Town(gallery, secret);
  }

  /** From the catalogue to the package in the recipient's hands. */
  Path extract(String publicKey) {
    Applying applying = new Applying(town);
    applying.readCatalogue();
    applying.apply(EXTRACT, "As an extract");
    decide(EXTRACT);
    Agreeing agreeing = new Agreeing(town);
    agreeing.draftForExtract(EXTRACT, publicKey);
    agreeing.sign(EXTRACT);
    agreeing.suspendAndResume(EXTRACT);
    Releasing releasing = new Releasing(town);
    releasing.release(EXTRACT);
    return releasing.download(folder);
  }

  /** A second agreement, for a workspace. */
  void workspace() {
    new Applying(town).apply(WORKSPACE, "In the Secure Data Environment");
    decide(WORKSPACE);
    Agreeing agreeing = new Agreeing(town);
    agreeing.draftForWorkspace(WORKSPACE);
    agreeing.sign(WORKSPACE);
    new Working(town).provision(WORKSPACE);
  }

  private void decide(String title) {
    Governing governing = new Governing(town);
    governing.triage(title);
    governing.decide(title);
    governing.follow(title);
    governing.meetCondition(title);
  }

  /** What stands beside the path. */
  void surroundings() throws IOException {
    Keeping keeping = new Keeping(town);
    keeping.visit();
    keeping.administer();
    keeping.succeed();
    keeping.audit();
    keeping.submit(Files.writeString(folder.resolve("17-columns.csv"), ",".repeat(16) + "\n"));
    keeping.load(folder);
    keeping.cancelLoad(folder);
    keeping.object(folder);
    keeping.reference(folder);
    keeping.judgeQuality();
    keeping.closings(EXTRACT);
    keeping.withdraw();
    keeping.recall();
  }

  /** A standing order, a refresh that it brings about, and its end. */
  void refreshes(String agreement) {
    new Refreshing(town).walk(agreement);
  }

  /** An application for a bridge between two agreements. */
  void bridge() {
    new Applying(town).bridge();
  }

  /** A cohort file is refused, mended and matched. */
  void cohort(String agreement, Path file) {
    Person manager = town.as("dana.manager").open("/agreement?id=" + agreement);
    manager.sees("Nothing is released before one is").look("agreement-without-cohort");
    manager.follow("Load a cohort").look("agreement-cohort");
    manager.tabTo("File").tabTo("Load the cohort").enter("Choose a file that is not empty");
    manager.look("agreement-cohort-wrong").upload("File", file).press("Load the cohort");
    manager.sees("The cohort is matched").sees("Fewer than 10").look("agreement-with-cohort");
  }

  /** A release that waits for somebody to let it go on. */
  void paused(String release) {
    new Releasing(town).goOn(release);
  }

  /** A workspace that waits for somebody to let it go on. */
  void pausedWorkspace(String workspace) {
    new Working(town).goOn(workspace);
  }

  /** A release that would single people out beside what its recipient holds. */
  void difference(String release) {
    new Releasing(town).decideOnDifferences(release);
  }

  /** Starting an application without a mouse. */
  void keyboard() {
    Person person = town.visitor().open("/sign-in").key("Tab").focusIsOn("Skip to main content");
    person.tabTo("Login").write("colin.collaborator").tabTo("Password").write(town.secret());
    person.enter("Your turn").tabTo("Start an application").enter("What is your project called?");
    person.tabTo("What is your project called?").write("Started with the keyboard alone");
    person.tabTo("Start").enter("tasks").tabTo("Data you ask for").enter("First day");
    person.tabTo("In the Secure Data Environment").key("ArrowDown").focusIsOn("As an extract");
    person.tabTo("Save and go on").enter("Your selection is saved");
    person.tabTo("Sign out").enter("Sign in");
    Person manager = town.as("dana.manager").open("/submission/objections");
    manager.tabTo("Load a list").enter("The list is whole").tabTo("Drawn for the day");
    manager.tabTo("File").tabTo("People who go off the list").tabTo("Load the list");
    manager.enter("There is a problem").tabTo("Choose a file");
    manager.open("/submission/import-reference").tabTo("Which files are known");
    manager.tabTo("Name of the version").write("2026-12").tabTo("File").tabTo("Make the version");
    manager.enter("There is a problem").tabTo("Choose a file");
  }

  /** What was wrong with the views so far. */
  List<String> faults() {
    return gallery.faults();
  }

  /** The addresses of the views looked at. */
  Set<String> seen() {
    return gallery.seen();
  }

  @Override
  public void close() {
    gallery.close();
  }
}
