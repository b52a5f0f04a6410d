package org.didaccess.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.OptionalLong;
import org.didaccess.harness.GoneFromList;
import org.didaccess.harness.Zipped;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.didaccess.source.infrastructure.ReferenceVersions;
import org.didaccess.source.infrastructure.national.PublishedSample;
import org.didaccess.source.synthetic.Synthesis;
import org.didaccess.source.synthetic.SynthesisPlan;

/** What administrators, auditors, data managers and visitors see beside the path of a request. */
final class Keeping {
  private static final String LOADED_BY = "Z1C";

  /** Who sent the months of the demonstration, which the released extract holds. */
  private static final String RELEASED = "Z1A";

  private final Town town;

  Keeping(Town town) {
    this.town = town;
  }

  void visit() {
    Person visitor = town.visitor().open("/").look("front").open("/sign-in").look("sign-in");
    visitor.press("Sign in").sees("There is a problem").look("sign-in-with-problems");
    visitor.open("/applications").sees("Sign in to go on").look("sign-in-first");
    visitor.open("/catalogue/data-set?code=DID").look("data-set-of-a-visitor");
    visitor.open("/register").look("register").followRow("Active").look("register-entry");
    visitor.open("/verify").look("verify").open("/accessibility").look("accessibility");
    visitor.open("/one-time-link?token=of-nobody").look("one-time-link");
    visitor.open("/no-such-page").sees("not found").look("not-found");
    town.as("rosa.researcher").open("/people").sees("not open to you").look("not-permitted");
    town.as("rosa.researcher").open("/account").look("account");
    town.as("rosa.researcher").open("/release").sees("not found").look("release-not-found");
  }

  void administer() {
    Person administrator = town.as("alex.admin").open("/").menu("People").look("people");
    administrator.follow("Enrol a person").look("enrol").press("Enrol").look("enrol-with-problems");
    administrator.open("/people").type("Name or login begins with", "Colin").press("Find");
    administrator.followRow("Colin").look("person");
    for (String act :
        new String[] {"Give a role", "Give a seat", "Make a one-time link", "End the account"}) {
      String person = administrator.address();
      administrator
          .follow(act)
          .look("person-" + act.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
      administrator.open(person);
    }
    administrator.menu("Organisations").look("organisations").follow("Register an organisation");
    administrator.look("organisation-register").menu("Incidents").look("incidents");
    administrator.open("/workspace/drift").look("drift");
  }

  /** The slot of a controller: who holds it, and the form by which a successor is recorded. */
  void succeed() {
    Person officer = town.as("olive.officer").open("/catalogue/data-set?code=DID");
    officer.sees("UK Health Security Agency");
    officer.open("/catalogue/succession?code=DID&slot=" + officer.firstSlot()).look("succession");
    officer.press("Record successor").sees("There is a problem").look("succession-with-problems");
  }

  void audit() {
    Person auditor = town.as("ada.auditor").open("/").menu("Audit trail").look("audit");
    auditor.press("Next Page").awaits("21 to 40").look("audit-next");
    auditor.type("Act", "submit").press("Find").look("audit-found");
    auditor.press("Sign a checkpoint").sees("keep it elsewhere").look("audit-checkpoint");
  }

  void submit(Path seventeenColumns) {
    Person manager = town.as("dana.manager").open("/").menu("Submissions").look("submissions");
    manager.follow("Check or load a file").look("submission-load");
    manager.press("Check only").sees("There is a problem").look("submission-load-with-problems");
    manager.type("Submitting organisation", "Z1A");
    manager.type("Month that it reports (optional)", "2026-04");
    manager.upload("File", seventeenColumns).press("Check only").sees("18 columns");
    manager.sees(ReferenceVersions.sampleName()).look("submission-load-refused");
    Path findings = seventeenColumns.resolveSibling("findings.csv");
    assertThat(manager.save("Download all findings (CSV)", findings))
        .content()
        .startsWith("row,rule,severity,item,message")
        .contains("DIDS075,file");
    manager.type("Number of the submission that it replaces (optional)", "12");
    manager.upload("File", seventeenColumns).press("Check only");
    manager.sees("same organisation and month").look("submission-load-replaces-nothing");
  }

  /** A month of a provider is loaded, and another file takes its place. */
  void load(Path folder) throws IOException {
    Person manager = filledIn(month(folder, 60, 1)).press("Check and load");
    manager.sees("The file is loaded").look("submission-loaded");
    String number = manager.open("/submissions").followRow(LOADED_BY).valueOf("Number");
    Path second = month(folder, 40, 2);
    filledIn(second).type("Number of the submission that it replaces (optional)", number);
    manager.press("Check and load").sees("Check the file first").look("submission-unconfirmed");
    manager.upload("File", second).press("Check only").sees("place of all of those");
    manager.look("submission-to-confirm").check("Yes: 60 records go and 40 come");
    manager.upload("File", second).press("Check and load").sees("The file is loaded");
    manager.open("/submission/quality?id=" + number).sees("Replaced");
  }

  /** A load that takes its time is watched and called off. */
  void cancelLoad(Path folder) throws IOException {
    Person manager = filledIn(month(folder, 300_000, 4)).cancelsOnceItChecks();
    manager.press("Check and load").sees("It was cancelled. Nothing was stored.");
    manager.hasSeenHowFarItIs().look("submission-cancelled");
    manager.showUploadBox().look("submission-under-way").tabTo("Cancel");
  }

  /** A list of objections is loaded, and a shorter one takes its place once that is confirmed. */
  void object(Path folder) throws IOException {
    Path three =
        Files.writeString(folder.resolve("three.csv"), "9990000018\n9990000026\n9990000034\n");
    Path broken = Files.writeString(folder.resolve("broken.csv"), "9990000018\n9990000019\n");
    String today = LocalDate.now(ZoneId.of("Europe/London")).toString();
    Path one = Files.writeString(folder.resolve("one.csv"), "9990000026\n");
    Person manager = town.as("dana.manager").open("/submissions").follow("Patients' objections");
    manager.look("objections").follow("Load a list").look("objections-load");
    manager.press("Load the list").sees("There is a problem").look("objections-load-problems");
    manager.type("Drawn for the day", today);
    manager.upload("File", broken).press("Load the list").sees("Line 2 is no valid NHS number");
    manager.look("objections-load-broken").upload("File", three).press("Load the list");
    OptionalLong gone = GoneFromList.in(manager.text());
    if (gone.isPresent()) {
      manager.type("People who go off the list (optional)", Long.toString(gone.getAsLong()));
      manager.upload("File", three).press("Load the list");
    }
    manager.sees("The list counts from now on").look("objections-loaded");
    manager.follow("Load a list").type("Drawn for the day", today);
    manager.upload("File", one).press("Load the list").sees("2 of the 3 people");
    manager.look("objections-to-confirm").type("People who go off the list (optional)", "2");
    manager.upload("File", one).press("Load the list").sees("The list counts from now on");
  }

  /** A version of the lists is made of the sample's own files, and the sample counts again. */
  void reference(Path folder) throws IOException {
    Path published = Files.createTempDirectory(folder, "published-");
    PublishedSample.copyTo(published);
    Path zip = Files.write(folder.resolve("lists.zip"), Zipped.folder(published));
    Path broken = Files.writeString(folder.resolve("lists.txt"), "no archive");
    Person manager = town.as("dana.manager").open("/submissions").follow("Reference lists");
    manager.look("references").follow("Make a new version").look("reference-import");
    manager.press("Make the version").sees("There is a problem").look("reference-import-problems");
    manager.type("Name of the version", "current").upload("File", zip).press("Make the version");
    manager.sees("is taken by the product").type("Name of the version", "2026-11");
    manager.upload("File", broken).press("Make the version").sees("This is no zip archive");
    manager.look("reference-import-broken").upload("File", zip).press("Make the version");
    manager.sees("2026-11 counts from now on").look("reference-imported");
    manager.follow("See all versions").look("references-two");
    manager.tabTo("Version that counts").write(ReferenceVersions.sampleName());
    manager.tabTo("Let it count").enter(ReferenceVersions.sampleName() + " counts from now on");
    manager.look("references-chosen");
  }

  /** A provider takes a month back whose rows were released: everybody who holds them is told. */
  void withdraw() {
    Person manager = town.as("dana.manager").open("/submissions").followRow(RELEASED);
    manager.follow("Withdraw this submission").look("submission-withdraw");
    manager
        .press("Withdraw this submission")
        .sees("There is a problem")
        .look("submission-withdraw-problem");
    manager.type("Why is it withdrawn?", "The provider sent the wrong month.");
    manager
        .press("Withdraw this submission")
        .sees("Who holds its rows")
        .look("submission-withdrawn");
    manager
        .follow("Release")
        .sees("The provider sent the wrong month.")
        .look("release-of-withdrawn");
  }

  /** A release is taken back, and its recipient says that every copy is gone. */
  void recall() {
    Person manager = town.as("dana.manager").open("/releases").followRow("Published");
    String release = manager.address().replaceFirst(".*id=", "id=");
    manager.follow("Recall it").look("release-stop").type("Why?", "Its rows were withdrawn.");
    manager.press("Confirm").sees("its links are dead");
    Person researcher = town.as("rosa.researcher");
    researcher.open("/").awaitsLink("ew notice", 30).look("home-with-notices");
    researcher.open("/notices").awaitsLink("was recalled", 30).look("notices");
    researcher.awaitsAndFollows(release, 30);
    researcher.follow("Confirm that every copy is destroyed").look("release-destroyed");
    researcher.type("How and when was it destroyed?", "Overwritten on the one disk that had it.");
    researcher.press("Confirm that every copy is destroyed").sees("Recalled and destroyed");
    researcher.look("release-after-destruction").open("/notices").press("Mark all as read");
    researcher.seesNo("Mark all as read").look("notices-read");
  }

  private Person filledIn(Path file) {
    return town.as("dana.manager")
        .open("/submission/load")
        .type("Submitting organisation", LOADED_BY)
        .type("Received on", "2024-09-20")
        .upload("File", file);
  }

  private static Path month(Path folder, int rows, long seed) throws IOException {
    Path file = folder.resolve("month-" + seed + ".csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      new Synthesis(
              new SynthesisPlan(rows, 1, YearMonth.of(2024, 8), seed, LOADED_BY),
              ReferenceFiles.sample(),
              Runnable::run)
          .write(0, out, done -> {});
    }
    return file;
  }

  /** What a month of a provider is worth. */
  void judgeQuality() {
    Person manager = town.as("dana.manager").open("/submissions").followRow(" of ");
    manager.sees("Completeness and validity").look("submission-quality");
    manager.follow(manager.valueOf("Provider").replaceFirst(" \\(.*", "")).sees("By month");
    manager.look("provider-quality").open("/submission/month").look("month-quality");
    manager.open("/submission/month?month=2012-04").sees("No provider").look("month-without");
  }

  void closings(String title) {
    Person researcher = town.as("rosa.researcher").open("/applications");
    researcher.followRow("Submitted").follow("Withdraw").look("application-withdraw");
    researcher.open("/applications").followRow("Approved in part").follow("See and accept");
    researcher.look("application-accept");
    Person chair = town.as("nina.chair").open("/reviews").followRow(title).look("review-decided");
    chair.follow("Withdraw the approval").look("review-take-back");
  }
}
