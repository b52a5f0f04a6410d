package org.didaccess.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.didaccess.agreement.AgreementActivated;
import org.didaccess.agreement.AgreementStatus;
import org.didaccess.agreement.AgreementView;
import org.didaccess.agreement.DraftAgreement;
import org.didaccess.agreement.ResumeAgreement;
import org.didaccess.agreement.SignAgreement;
import org.didaccess.agreement.StopAgreement;
import org.didaccess.application.AcceptNarrowed;
import org.didaccess.application.ApplicationStatus;
import org.didaccess.application.ApplicationView;
import org.didaccess.application.FrozenVersionView;
import org.didaccess.application.Submit;
import org.didaccess.governance.CastVote;
import org.didaccess.governance.Decide;
import org.didaccess.governance.ReviewView;
import org.didaccess.governance.WithdrawDecision;
import org.didaccess.identity.Confirmation;
import org.didaccess.shared.DomainException;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.NotPermitted;
import org.didaccess.shared.PageRequest;
import org.didaccess.shared.StaleVersion;
import org.didaccess.shared.WrongSecret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessPathTest {

  private Desk desk;
  private Town town;

  @BeforeEach
  void settle() throws SQLException {
    desk = new Desk();
    town = Town.settled(desk);
  }

  @AfterEach
  void leave() throws SQLException {
    desk.close();
  }

  @Test
  void an_agreement_is_active_when_both_controllers_approved_and_every_party_signed() {
    town.withSuccessor();
    FrozenVersionView version = town.underReview("AGE_BAND_10_YEARS", "MODALITY");
    town.decide("nina.chair", version, Town.NHS_SLOT, Decide.Outcome.APPROVE);
    town.decide("ursula.chair", version, Town.PHE_SLOT, Decide.Outcome.APPROVE);
    assertThat(town.view(version.applicationId()).status()).isEqualTo(ApplicationStatus.APPROVED);

    UUID agreement = draftAgreement(version.applicationId());
    sign("sam.signatory", agreement, town.exampleton);
    sign("n.signatory", agreement, Town.NHS_ENGLAND);
    assertThat(desk.told(AgreementActivated.class)).isEmpty();
    sign("u.signatory", agreement, Town.UKHSA);

    assertThat(desk.told(AgreementActivated.class)).hasSize(1);
    desk.as("olive.officer");
    AgreementView view = desk.act(() -> desk.agreements.agreement(agreement));
    assertThat(view.guardState()).isEqualTo("active");
    assertThat(view.status()).isEqualTo(AgreementStatus.ACTIVE);
    assertThat(view.maySuspend()).isTrue();
    assertThat(desk.act(() -> desk.register.entries(PageRequest.first())).items())
        .singleElement()
        .satisfies(entry -> assertThat(entry.controllers()).contains("UK Health Security Agency"));
  }

  @Test
  void a_suspended_agreement_goes_on_after_an_officer_resumes_it_and_closes_after_its_end() {
    town.withSuccessor();
    FrozenVersionView version = town.underReview("MODALITY");
    town.decide("nina.chair", version, Town.NHS_SLOT, Decide.Outcome.APPROVE);
    town.decide("ursula.chair", version, Town.PHE_SLOT, Decide.Outcome.APPROVE);
    UUID agreement = draftAgreement(version.applicationId());
    sign("sam.signatory", agreement, town.exampleton);
    sign("n.signatory", agreement, Town.NHS_ENGLAND);
    sign("u.signatory", agreement, Town.UKHSA);

    desk.as("olive.officer");
    StopAgreement stop = new StopAgreement(agreement, "A concern.");
    desk.run(() -> desk.agreements.suspend(stop));
    assertThat(state(agreement)).isEqualTo("suspended");
    desk.run(
        () -> desk.agreements.resume(new ResumeAgreement(agreement, "Settled.", Town.CONFIRMED)));
    assertThat(state(agreement)).isEqualTo("active");
    desk.run(() -> desk.agreements.end(stop));
    desk.run(() -> desk.agreements.recordDestruction(stop));

    assertThat(desk.act(() -> desk.agreements.agreement(agreement)).status())
        .isEqualTo(AgreementStatus.CLOSED);
    assertThatThrownBy(() -> desk.run(() -> desk.agreements.suspend(stop)))
        .isInstanceOf(NotPermitted.class);
  }

  @Test
  void a_dissolved_controller_blocks_until_its_successor_is_recorded() {
    FrozenVersionView version = town.underReview("MODALITY");
    town.decide("nina.chair", version, Town.NHS_SLOT, Decide.Outcome.APPROVE);

    desk.as("ursula.chair");
    assertThatThrownBy(
            () -> town.decide("ursula.chair", version, Town.PHE_SLOT, Decide.Outcome.APPROVE))
        .isInstanceOf(DomainException.class);
    assertThat(town.view(version.applicationId()).status()).isEqualTo(ApplicationStatus.IN_REVIEW);

    town.withSuccessor();
    town.decide("ursula.chair", version, Town.PHE_SLOT, Decide.Outcome.APPROVE);
    assertThat(town.view(version.applicationId()).status()).isEqualTo(ApplicationStatus.APPROVED);
  }

  @Test
  void a_narrowed_selection_goes_back_to_the_applicant_and_keeps_its_approvals() {
    town.withSuccessor();
    FrozenVersionView version = town.underReview("AGE", "MODALITY");
    town.decide(
        "nina.chair",
        version,
        Town.NHS_SLOT,
        Decide.Outcome.APPROVE,
        new Decide.FieldOutcome("AGE", Decide.FieldRuling.COARSEN, "AGE_BAND_10_YEARS"));
    town.decide("ursula.chair", version, Town.PHE_SLOT, Decide.Outcome.APPROVE);

    ApplicationView narrowed = town.view(version.applicationId());
    assertThat(narrowed.status()).isEqualTo(ApplicationStatus.NARROWED);
    assertThat(narrowed.narrowing().selection().hasField("AGE_BAND_10_YEARS")).isTrue();
    assertThat(narrowed.narrowing().selection().hasField("AGE")).isFalse();
    FrozenVersionView accepted =
        desk.act(
            () ->
                desk.applications.acceptNarrowed(
                    new AcceptNarrowed(narrowed.id(), narrowed.version(), Town.CONFIRMED)));

    assertThat(accepted.number()).isEqualTo(2);
    assertThat(town.view(narrowed.id()).status()).isEqualTo(ApplicationStatus.APPROVED);
  }

  @Test
  void a_returned_application_that_asks_for_more_needs_every_decision_again() {
    town.withSuccessor();
    FrozenVersionView first = town.underReview("MODALITY");
    town.decide("nina.chair", first, Town.NHS_SLOT, Decide.Outcome.APPROVE);
    town.decide("ursula.chair", first, Town.PHE_SLOT, Decide.Outcome.DEFER);
    UUID id = first.applicationId();
    assertThat(town.view(id).status()).isEqualTo(ApplicationStatus.RETURNED);
    assertThat(town.view(id).message()).contains("A reason.");

    town.select(id, "MODALITY", "GENDER_CODE");
    FrozenVersionView second = town.submit(id);
    town.accept(id);
    town.decide("ursula.chair", second, Town.PHE_SLOT, Decide.Outcome.APPROVE);
    assertThat(town.view(id).status()).isEqualTo(ApplicationStatus.IN_REVIEW);

    town.decide("nina.chair", second, Town.NHS_SLOT, Decide.Outcome.APPROVE);
    assertThat(town.view(id).status()).isEqualTo(ApplicationStatus.APPROVED);
  }

  @Test
  void a_returned_application_that_asks_for_less_keeps_the_approval_it_has() {
    town.withSuccessor();
    FrozenVersionView first = town.underReview("MODALITY", "GENDER_CODE");
    town.decide("nina.chair", first, Town.NHS_SLOT, Decide.Outcome.APPROVE);
    town.decide("ursula.chair", first, Town.PHE_SLOT, Decide.Outcome.DEFER);
    UUID id = first.applicationId();

    town.select(id, "MODALITY");
    FrozenVersionView second = town.submit(id);
    town.accept(id);
    town.decide("ursula.chair", second, Town.PHE_SLOT, Decide.Outcome.APPROVE);

    assertThat(town.view(id).status()).isEqualTo(ApplicationStatus.APPROVED);
  }

  @Test
  void a_withdrawn_approval_sends_the_application_back_to_the_controllers() {
    town.withSuccessor();
    FrozenVersionView version = town.underReview("MODALITY");
    UUID decision = town.decide("nina.chair", version, Town.NHS_SLOT, Decide.Outcome.APPROVE);
    town.decide("ursula.chair", version, Town.PHE_SLOT, Decide.Outcome.APPROVE);

    desk.as("nina.chair");
    desk.run(() -> desk.governance.withdrawDecision(new WithdrawDecision(decision, "New facts.")));

    assertThat(town.view(version.applicationId()).status()).isEqualTo(ApplicationStatus.IN_REVIEW);
  }

  @Test
  void a_member_votes_and_only_the_chair_decides() {
    FrozenVersionView version = town.underReview("MODALITY");
    desk.as("ned.member");
    ReviewView before = desk.act(() -> desk.governance.review(version.id(), Town.NHS_SLOT));
    assertThat(before.mayVote()).isTrue();
    assertThat(before.mayDecide()).isFalse();
    assertThat(before.whyNotDecide()).contains("chair");

    desk.run(
        () ->
            desk.governance.vote(
                new CastVote(
                    version.id(), Town.NHS_SLOT, CastVote.Vote.APPROVE, "Sound.", Town.CONFIRMED)));

    desk.as("nina.chair");
    ReviewView review = desk.act(() -> desk.governance.review(version.id(), Town.NHS_SLOT));
    assertThat(review.votes()).singleElement().satisfies(vote -> assertThat(vote.own()).isFalse());
    assertThat(review.mayDecide()).isTrue();
    assertThat(desk.act(() -> desk.governance.reviews(PageRequest.first())).items()).hasSize(1);
  }

  @Test
  void what_a_panel_says_among_its_members_is_not_for_another_controllers_panel() {
    FrozenVersionView version = town.underReview("MODALITY");
    desk.as("ned.member");
    assertThatThrownBy(() -> desk.act(() -> desk.governance.review(version.id(), Town.PHE_SLOT)))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void a_wrong_secret_changes_nothing() {
    FrozenVersionView version = town.underReview("MODALITY");
    desk.as("nina.chair");
    Decide decide =
        new Decide(
            version.id(),
            Town.NHS_SLOT,
            version.selection().digest(),
            Decide.Outcome.APPROVE,
            "A reason.",
            List.of(),
            List.of(),
            new Confirmation("a wrong secret of mine"));

    assertThatThrownBy(() -> desk.act(() -> desk.governance.decide(decide)))
        .isInstanceOf(WrongSecret.class);
    assertThat(desk.act(() -> desk.governance.decisions(version.applicationId()))).isEmpty();
  }

  @Test
  void a_draft_is_seen_by_its_writers_alone() {
    UUID id = town.draft("MODALITY");
    desk.as("olive.officer");
    assertThatThrownBy(() -> desk.act(() -> desk.applications.draft(id)))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void a_stale_version_is_refused() {
    UUID id = town.draft("MODALITY");
    long seen = town.version(id);
    town.select(id, "MODALITY", "REGION");
    assertThatThrownBy(
            () -> desk.act(() -> desk.applications.submit(new Submit(id, seen, Town.CONFIRMED))))
        .isInstanceOf(StaleVersion.class);
  }

  private UUID draftAgreement(UUID application) {
    long version = town.version(application);
    LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    desk.as("rosa.researcher");
    UUID rosa = desk.me();
    desk.as("olive.officer");
    return desk.act(
        () ->
            desk.agreements.draft(
                new DraftAgreement(
                    application,
                    version,
                    today,
                    today.plusMonths(6),
                    List.of(new DraftAgreement.NamedPerson(rosa, "analyst", null)),
                    Town.CONFIRMED)));
  }

  private void sign(String signatory, UUID agreement, UUID organisation) {
    desk.as(signatory);
    String digest = desk.act(() -> desk.agreements.agreement(agreement)).textSha256();
    desk.run(
        () ->
            desk.agreements.sign(
                new SignAgreement(agreement, organisation, digest, Town.CONFIRMED)));
  }

  private String state(UUID agreement) {
    return desk.act(() -> desk.agreements.agreement(agreement)).guardState();
  }
}
