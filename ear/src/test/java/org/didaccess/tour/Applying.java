package org.didaccess.tour;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** A researcher reads the catalogue, answers the task list, chooses fields and submits. */
final class Applying {
  private static final List<String> SECTIONS =
      List.of("Purpose", "Benefits", "Legal basis", "Territory of use", "Security assurance");

  private final Person researcher;

  Applying(Town town) {
    this.researcher = town.as("rosa.researcher");
  }

  void readCatalogue() {
    researcher.open("/").look("home").menu("Catalogue").look("catalogue");
    researcher
        .follow("Diagnostic Imaging Data Set")
        .sees("01/04/2012 ongoing")
        .sees("NHS England and Public Health England")
        .look("data-set");
  }

  void apply(String title, String access) {
    researcher.menu("Applications").look("applications").follow("Start an application");
    researcher.press("Start").sees("There is a problem").look("start-with-problem");
    researcher.type("What is your project called?", title);
    researcher.sees("University of Exampleton");
    researcher.press("Start").sees("tasks").look("tasks-at-first");
    SECTIONS.forEach(this::answer);
    name();
    choose(access);
    submit(title);
  }

  private void answer(String section) {
    researcher
        .follow(section)
        .look("section-" + section.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
    researcher.answerAll("Invented for a tour: waiting times are to become shorter.");
    researcher.press("Save and go on").sees("tasks");
  }

  private void name() {
    researcher.follow("Recipients").look("recipients");
    researcher.type("Find a collaborator", "Colin").press("Find people").look("recipients-found");
    researcher.choose("Which organisations receive the data?", "University of Exampleton");
    researcher.choose("Who works on this application with you?", "Colin Collaborator");
    researcher.press("Save and go on");
  }

  private void choose(String access) {
    researcher.follow("Data you ask for").look("selection");
    researcher.type("First day", "2026-02-01").type("Last day", "2026-01-01");
    researcher.press("Save and go on").sees("There is a problem").look("selection-with-problems");
    LocalDate thisMonth = LocalDate.now(ZoneId.of("Europe/London")).withDayOfMonth(1);
    researcher.type("First day", thisMonth.minusMonths(2).toString());
    researcher.type("Last day", thisMonth.minusDays(1).toString());
    researcher
        .choose("How do you want to use the data?", access)
        .choose("Which level of detail?", "Row level")
        .choose("Do you link them to other data?", "No")
        .choose("How often?", "Once");
    for (String field : List.of("AGE_BAND_10_YEARS", "MODALITY", "MONTH_OF_TEST", "PERSON_ID")) {
      researcher.tick(field);
    }
    researcher.type("Small areas (LSOA codes)", "a wrong code").press("Save and go on");
    researcher.sees("one of the codes is not in their form").look("selection-wrong-code");
    researcher.type("Small areas (LSOA codes)", "").press("Save and go on");
    researcher.look("tasks-done");
  }

  /** A bridge is asked for wrongly, and then as one can be. */
  void bridge() {
    researcher.menu("Applications").follow("Start an application");
    researcher.type("What is your project called?", "A bridge in the tour").press("Start");
    researcher.follow("Data you ask for");
    researcher.type("First day", "2026-01-01").type("Last day", "2026-01-31");
    researcher.choose("How do you want to use the data?", "As an extract");
    researcher.choose("Which level of detail?", "Row level").choose("How often?", "Once");
    researcher.choose(
        "Do you link them to other data?", "No data, but a bridge between two agreements");
    researcher.tick("MODALITY").press("Save and go on").sees("There is a problem");
    researcher.look("selection-bridge-wrong");
    researcher.tabTo("One agreement (for a bridge)").write("DSA-000001-v1");
    researcher.tabTo("The other agreement (for a bridge)").write("DSA-000002-v1");
    researcher.press("Save and go on").sees("by person tokens alone");
    researcher.untick("MODALITY").tick("PERSON_ID").press("Save and go on").sees("tasks");
    researcher.follow("Check answers and submit");
    researcher.sees("Bridge between DSA-000001-v1 and DSA-000002-v1").look("check-answers-bridge");
  }

  private void submit(String title) {
    researcher.follow("Check answers and submit").look("check-answers");
    researcher.type("Your password", "wrong-" + title).press("Submit application");
    researcher.sees("There is a problem").look("check-answers-wrong-password");
    researcher.confirm().press("Submit application").sees("Submitted").look("overview-submitted");
  }
}
