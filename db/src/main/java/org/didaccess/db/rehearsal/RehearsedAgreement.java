package org.didaccess.db.rehearsal;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** An agreement in force, each step taken by the person whose step it is. */
public final class RehearsedAgreement {

  private static final String TEXT = Act.sha256("an invented agreement");

  private final Rehearsal rehearsal;
  private final Terms terms;
  private final UUID id = UUID.randomUUID();
  private final UUID application = UUID.randomUUID();
  private final UUID version = UUID.randomUUID();
  private final UUID selection = UUID.randomUUID();
  private String digest;

  private RehearsedAgreement(Rehearsal rehearsal, Terms terms) {
    this.rehearsal = rehearsal;
    this.terms = terms;
  }

  static RehearsedAgreement reached(Rehearsal rehearsal, Terms terms) throws SQLException {
    RehearsedAgreement agreement = new RehearsedAgreement(rehearsal, terms);
    agreement.storeSelection();
    agreement.submit();
    agreement.decide("nina.chair", Rehearsal.FIRST_SLOT);
    agreement.decide("ursula.chair", Rehearsal.SECOND_SLOT);
    agreement.draft();
    agreement.sign("sam.signatory", Rehearsal.EXAMPLETON);
    agreement.sign("n.signatory", Rehearsal.NHS_ENGLAND);
    agreement.sign("u.signatory", Rehearsal.UKHSA);
    return agreement;
  }

  /** The agreement. */
  public UUID id() {
    return id;
  }

  /** Orders a run, recorded and committed. */
  public OrderedRun order() throws SQLException {
    OrderedRun run = new OrderedRun(UUID.randomUUID(), UUID.randomUUID().toString());
    rehearsal.act(
        "dana.manager",
        "order_release",
        new Act()
            .with("run", run.id())
            .with("agreement", id)
            .with("recipient_organisation", Rehearsal.EXAMPLETON)
            .with("recipient_key", terms.recipientKey())
            .with("requested_by", rehearsal.person("rosa.researcher"))
            .with("run_token_sha256", Act.sha256(run.token()))
            .with("kind", terms.access()));
    return run;
  }

  /** Publishes a run that another data manager ordered. */
  public void publish(OrderedRun run) throws SQLException {
    rehearsal.act(
        "devin.manager",
        "publish_release",
        new Act().with("run", run.id()).with("package_sha256", Act.sha256("an invented package")));
  }

  /** Suspends the agreement. */
  public void suspend() throws SQLException {
    rehearsal.one(
        "did_app",
        "SELECT guard.suspend(?, ?, ?)",
        id,
        rehearsal.person("olive.officer"),
        "an invented concern");
  }

  /** Lets the agreement go on. */
  public void resume() throws SQLException {
    rehearsal.act(
        "olive.officer", "resume", new Act().with("agreement", id).with("reason", "settled"));
  }

  private void storeSelection() throws SQLException {
    rehearsal.one(
        "did_app",
        "INSERT INTO app.selection (id, data_set, data_set_version, period_from, period_to, level,"
            + " access_method, linkage, refresh)"
            + " VALUES (?, 'DID', '1', ?, ?, ?, ?, 'none', 'once')",
        selection,
        terms.from(),
        terms.to(),
        terms.level(),
        terms.access());
    for (String field : terms.fields()) {
      rehearsal.one("did_app", "INSERT INTO app.selection_field VALUES (?, ?)", selection, field);
    }
    rehearsal.one(
        "did_app",
        "INSERT INTO app.selection_recipient VALUES (?, ?)",
        selection,
        Rehearsal.EXAMPLETON);
    digest = rehearsal.one("did_app", "SELECT guard.selection_digest(?)", selection);
  }

  private void submit() throws SQLException {
    rehearsal.act(
        "rosa.researcher",
        "submit",
        subject()
            .with("application", application)
            .with("version_no", 1)
            .with("organisation", Rehearsal.EXAMPLETON)
            .with("unit", "Imaging")
            .with("collaborators", List.of(rehearsal.person("colin.collaborator"))));
  }

  private void decide(String chair, UUID slot) throws SQLException {
    rehearsal.act(
        chair,
        "decide",
        subject()
            .with("decision", UUID.randomUUID())
            .with("controllership", slot)
            .with("outcome", "approve")
            .with("reason", "an invented reason")
            .with(
                "fields",
                terms.fields().stream()
                    .map(field -> new Act().with("field", field).with("outcome", "approve"))
                    .toList())
            .with("conditions", List.of()));
  }

  private void draft() throws SQLException {
    LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    rehearsal.act(
        "olive.officer",
        "draft_agreement",
        subject()
            .with("agreement", id)
            .with("reference", "REHEARSED-" + id)
            .with("starts_on", today)
            .with("ends_on", today.plusYears(1))
            .with("text_sha256", TEXT)
            .with(
                "parties",
                List.of(
                    party(Rehearsal.NHS_ENGLAND, "controller"),
                    party(Rehearsal.UKHSA, "controller"),
                    party(Rehearsal.EXAMPLETON, "applicant"),
                    party(Rehearsal.EXAMPLETON, "recipient")))
            .with(
                "people",
                List.of(
                    new Act()
                        .with("person", rehearsal.person("colin.collaborator"))
                        .with("role", terms.role())
                        .with("public_key", terms.recipientKey()))));
  }

  private void sign(String signatory, UUID party) throws SQLException {
    rehearsal.act(
        signatory,
        "sign",
        new Act().with("agreement", id).with("organisation", party).with("text_sha256", TEXT));
  }

  private Act subject() {
    return new Act().with("version", version).with("selection", selection).with("digest", digest);
  }

  private static Act party(UUID organisation, String role) {
    return new Act().with("organisation", organisation).with("role", role);
  }
}
