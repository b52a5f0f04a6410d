package org.didaccess.launcher.demo;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.didaccess.launcher.demo.Journey.Wish;
import org.didaccess.launcher.demo.ReleaseScene.Delivered;

/**
 * The main job from beginning to end, with every attempt that has to be refused at the place where
 * somebody would make it.
 */
final class DemoScript {
  private static final List<String> FIELDS =
      List.of(
          "AGE_BAND_10_YEARS",
          "GENDER_CODE",
          "MODALITY",
          "MONTH_OF_TEST",
          "PATIENT_SOURCE_SETTING",
          "PERSON_ID",
          "YEAR_OF_TEST");

  private final Stage stage;
  private final Cast cast;
  private final Transcript transcript;
  private final PackageRecipient recipient;

  DemoScript(Stage stage, Transcript transcript) {
    this.stage = stage;
    this.cast = stage.cast();
    this.recipient = PackageRecipient.withNewKey(cast.baseUrl());
    this.transcript = transcript;
  }

  /** Plays all of it and gives the report. */
  JsonObject play() {
    new Controllers(cast, transcript).recordSuccessors();
    Journey extract = new Journey(cast, transcript, wish("Imaging by age and setting", "extract"));
    approvals(extract);
    ReleaseScene release =
        new ReleaseScene(
            cast, transcript, recipient, stage.folder().resolve(extract.application()));
    Delivered delivered = release.deliver(extract.agreement());
    suspension(extract, release);
    directSql();
    Journey workspace = new Journey(cast, transcript, wish("Imaging in the SDE", "sde"));
    workspace.complete(Actor.RESEARCHER);
    JsonObject sde = new WorkspaceScene(cast, transcript).play(workspace.agreement());
    return report(delivered, sde);
  }

  private Wish wish(String title, String accessMethod) {
    LocalDate to = stage.lastMonth().atEndOfMonth();
    LocalDate from = stage.lastMonth().minusMonths(2).atDay(1);
    boolean row = accessMethod.equals("extract");
    return new Wish(title, accessMethod, from, to, FIELDS, row ? recipient.publicKey() : null)
        .upholding();
  }

  private void approvals(Journey extract) {
    extract.apply(Actor.RESEARCHER);
    extract.triage();
    extract.vote(Actor.NHS_MEMBER);
    extract.approve(Actor.NHS_CHAIR);
    transcript.refused("release before the second approval", extract::draftAgreement);
    selfApproval();
    extract.vote(Actor.UKHSA_MEMBER);
    extract.approve(Actor.UKHSA_CHAIR);
    transcript.refused(
        "release after a changed selection",
        () -> new DirectSql(stage.database()).widen(selection(extract), "LSOA_OF_RESIDENCE"));
    extract.draft();
    extract.sign();
  }

  private void selfApproval() {
    Journey own = new Journey(cast, transcript, wish("A chair's own request", "extract"));
    own.apply(Actor.UKHSA_CHAIR);
    own.triage();
    transcript.refused("self-approval", () -> own.attemptToApprove(Actor.UKHSA_CHAIR));
    own.withdraw(Actor.UKHSA_CHAIR);
  }

  private UUID selection(Journey journey) {
    return UUID.fromString(
        cast.as(Actor.OFFICER)
            .get("/applications/" + journey.application())
            .object()
            .getJsonObject("selection")
            .getString("id"));
  }

  private void suspension(Journey extract, ReleaseScene release) {
    ApiSession officer = cast.as(Actor.OFFICER);
    String path = "/agreements/" + extract.agreement();
    transcript.step(
        "Suspend the agreement",
        Actor.OFFICER,
        () ->
            officer.post(
                path + "/suspension",
                ApiSession.object().add("reason", "A question is open.").build()));
    transcript.refused("release while suspended", () -> release.order(extract.agreement()));
    transcript.step(
        "Resume the agreement",
        Actor.OFFICER,
        () ->
            officer.post(
                path + "/resumption",
                ApiSession.object()
                    .add("reason", "The question was answered.")
                    .add("confirmation", officer.confirmation())
                    .build()));
  }

  private void directSql() {
    DirectSql thief = new DirectSql(stage.database());
    transcript.refused("direct SQL as did_app: read patient rows", thief::readRows);
    transcript.refused("direct SQL as did_app: read the vault", thief::readVault);
    transcript.refused(
        "direct SQL as did_app: forge an approval", () -> thief.forgeApproval(UUID.randomUUID()));
  }

  private JsonObject report(Delivered delivered, JsonObject sde) {
    JsonObjectBuilder report = transcript.report();
    return report
        .add("package", delivered.file().toString())
        .add("rows", delivered.rows())
        .add("rowsLeftOut", delivered.withheld())
        .add("verified", delivered.verified())
        .add("sde", sde)
        .build();
  }
}
