package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.guard.GuardWorld.EXAMPLETON;
import static org.didaccess.guard.GuardWorld.NHS_ENGLAND;
import static org.didaccess.guard.GuardWorld.NHS_ENGLAND_SLOT;
import static org.didaccess.guard.Refusals.NOT_ENTITLED;
import static org.didaccess.guard.Refusals.SEPARATION_OF_DUTIES;
import static org.didaccess.guard.Refusals.refused;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody judges, prepares or checks their own work, whatever other seats they have. */
class SeparationOfDutiesTest {
  private static GuardWorld world;
  private static UUID independent;

  private Request request;

  /** Everybody here is a chair of NHS England's panel as well as what their login says. */
  @BeforeAll
  static void give_chairs_second_hats() throws SQLException {
    world = GuardWorld.fresh();
    for (String login :
        List.of("rosa.researcher", "colin.collaborator", "sam.signatory", "dana.manager")) {
      world.seat(login, NHS_ENGLAND, "chair");
    }
    world.enrol("una.unit", EXAMPLETON, "Imaging");
    world.seat("una.unit", NHS_ENGLAND, "chair");
    world.enrol("olga.other", EXAMPLETON, "History");
    world.seat("olga.other", NHS_ENGLAND, "chair");
    world.enrol("nora.inside", NHS_ENGLAND, "Analysis");
    independent = world.enrol("ines.independent", NHS_ENGLAND, "Ethics");
  }

  @BeforeEach
  void submit() throws SQLException {
    request = Request.in(world).submitted();
  }

  @ParameterizedTest
  @CsvSource({
    "rosa.researcher, applicant",
    "colin.collaborator, collaborator",
    "sam.signatory, signatory",
    "una.unit, applying-unit",
    "olga.other, applicant-organisation"
  })
  void a_chair_with_a_part_in_the_application_cannot_decide(String chair, String reason)
      throws SQLException {
    assertThat(
            world.close(
                "may_decide(?, ?, ?)", world.person(chair), request.version, NHS_ENGLAND_SLOT))
        .isEqualTo(reason);
    refused(
        SEPARATION_OF_DUTIES, () -> world.act(chair, "decide", request.approval(NHS_ENGLAND_SLOT)));
  }

  @Test
  void nor_vote() {
    refused(
        SEPARATION_OF_DUTIES,
        () ->
            world.act(
                "rosa.researcher",
                "vote",
                Payload.of(
                    "version",
                    request.version,
                    "controllership",
                    NHS_ENGLAND_SLOT,
                    "vote",
                    "approve")));
  }

  @Test
  void a_controller_cannot_approve_their_own_application() throws SQLException {
    submitForNhsEngland();
    assertThat(
            world.close(
                "may_decide(?, ?, ?)",
                world.person("nina.chair"),
                request.version,
                NHS_ENGLAND_SLOT))
        .isIn("no-independent-member", "not-independent");
    assertThat(decideAs("nina.chair")).isIn(NOT_ENTITLED, SEPARATION_OF_DUTIES);
  }

  @Test
  void a_member_recorded_as_independent_of_the_applying_unit_decides_for_it() throws SQLException {
    submitForNhsEngland();
    world.act("olive.officer", "grant_seat", independentSeat(independent, "Analysis"));

    world.act("ines.independent", "decide", request.approval(NHS_ENGLAND_SLOT));

    assertThat(decideAs("nina.chair")).isEqualTo(SEPARATION_OF_DUTIES);
    assertThat(request.openSlots()).containsExactly("no-decision");
  }

  @Test
  void somebody_of_the_applying_unit_cannot_be_recorded_as_independent_of_it() {
    refused(
        SEPARATION_OF_DUTIES,
        () ->
            world.act(
                "olive.officer",
                "grant_seat",
                independentSeat(world.person("nora.inside"), "Analysis")));
  }

  @Test
  void whoever_decided_cannot_prepare_the_release() throws SQLException {
    world.act("dana.manager", "decide", request.approval(NHS_ENGLAND_SLOT));
    request.approvedByUkhsa().drafted().signed();
    refused(
        SEPARATION_OF_DUTIES, () -> world.act("dana.manager", "order_release", request.order()));
    world.act("devin.manager", "order_release", request.order());
    refused(
        SEPARATION_OF_DUTIES,
        () -> world.act("dana.manager", "publish_release", request.publication()));
  }

  @Test
  void whoever_prepared_cannot_publish() throws SQLException {
    request.approvedByNhsEngland().approvedByUkhsa().drafted().signed().ordered();
    refused(
        SEPARATION_OF_DUTIES,
        () -> world.act("dana.manager", "publish_release", request.publication()));
  }

  @Test
  void an_officer_who_applied_cannot_draft_the_agreement() throws SQLException {
    request.approvedByNhsEngland().approvedByUkhsa();
    world.act(
        "alex.admin",
        "grant_role",
        Payload.of("person", world.person("colin.collaborator"), "role", "officer"));
    refused(
        SEPARATION_OF_DUTIES,
        () ->
            world.act(
                "colin.collaborator",
                "draft_agreement",
                request.draft(request.startsOn, request.startsOn.plusDays(30))));
  }

  @Test
  void one_person_cannot_sign_for_two_parties() throws SQLException {
    world.seat("n.signatory", EXAMPLETON, "signatory");
    request.approvedByNhsEngland().approvedByUkhsa().drafted();
    world.act("n.signatory", "sign", request.signature(NHS_ENGLAND));
    refused(
        SEPARATION_OF_DUTIES,
        () -> world.act("n.signatory", "sign", request.signature(EXAMPLETON)));
  }

  @Test
  void a_condition_is_not_declared_met_by_the_applicant() throws SQLException {
    UUID condition = UUID.randomUUID();
    world.act(
        "nina.chair",
        "decide",
        request.decision(
            NHS_ENGLAND_SLOT,
            "approve-with-conditions",
            java.util.Map.of(),
            List.of(Payload.of("id", condition, "text", "ethics approval", "precedent", true))));
    refused(
        SEPARATION_OF_DUTIES,
        () ->
            world.act(
                "rosa.researcher",
                "record_condition_met",
                Payload.of("condition", condition, "evidence", "trust me")));
  }

  private void submitForNhsEngland() throws SQLException {
    request = Request.in(world).stored();
    world.act(
        "nora.inside",
        "submit",
        Payload.of(
            "version",
            request.version,
            "application",
            request.application,
            "version_no",
            1,
            "selection",
            request.selection,
            "digest",
            request.digest,
            "organisation",
            NHS_ENGLAND,
            "unit",
            "Analysis",
            "collaborators",
            List.of()));
  }

  private String decideAs(String login) {
    try {
      world.act(login, "decide", request.approval(NHS_ENGLAND_SLOT));
      return "decided";
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  private static Payload independentSeat(UUID person, String unit) {
    return Payload.of(
        "seat",
        UUID.randomUUID(),
        "person",
        person,
        "organisation",
        NHS_ENGLAND,
        "kind",
        "independent",
        "unit",
        unit,
        "evidence",
        "no line to the unit");
  }
}
