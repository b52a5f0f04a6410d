package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.guard.GuardWorld.OTHERTON;
import static org.didaccess.guard.Refusals.ALREADY_DONE;
import static org.didaccess.guard.Refusals.APPROVAL_MISSING;
import static org.didaccess.guard.Refusals.INVALID_INPUT;
import static org.didaccess.guard.Refusals.NOT_ENTITLED;
import static org.didaccess.guard.Refusals.SELECTION_CHANGED;
import static org.didaccess.guard.Refusals.UNAPPROVED_COLUMN;
import static org.didaccess.guard.Refusals.denied;
import static org.didaccess.guard.Refusals.refused;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Getting one thing approved and taking another. */
class SelectionTamperingTest {
  private GuardWorld world;

  @BeforeEach
  void share() throws SQLException {
    world = GuardWorld.shared();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO app.selection_field VALUES (?, 'LSOA_OF_RESIDENCE')",
        "DELETE FROM app.selection_filter WHERE selection_id = ?",
        "UPDATE app.selection_filter SET value = 'E12000008' WHERE selection_id = ?",
        "UPDATE app.selection SET period_from = '2012-04-01' WHERE id = ?",
        "UPDATE app.selection SET refresh = 'monthly' WHERE id = ?",
        "UPDATE app.selection SET linkage = 'pseudonymised' WHERE id = ?",
        "UPDATE app.selection_field SET field_code = 'LSOA_OF_RESIDENCE'"
            + " WHERE selection_id = ? AND field_code = 'GENDER_CODE'"
      })
  void a_selection_changed_after_everything_is_signed_opens_nothing(String change)
      throws SQLException {
    Request request = Request.in(world).active().ordered();
    try (Connection thief = world.as("did_app");
        Connection release = world.as("did_release")) {
      Sql.one(thief, change, request.selection);
      refused(SELECTION_CHANGED, () -> request.open(release));
    }
  }

  @Test
  void a_recipient_swapped_after_approval_opens_nothing() throws SQLException {
    Request request = Request.in(world).active().ordered();
    try (Connection thief = world.as("did_app");
        Connection release = world.as("did_release")) {
      Sql.one(
          thief,
          "UPDATE app.selection_recipient SET organisation_id = ? WHERE selection_id = ?",
          OTHERTON,
          request.selection);
      refused(SELECTION_CHANGED, () -> request.open(release));
    }
  }

  @Test
  void a_selection_changed_between_two_queries_of_an_open_session_stops_the_second()
      throws SQLException {
    Request request = Request.in(world).active().ordered();
    try (Connection thief = world.as("did_app");
        Connection release = request.opened()) {
      Sql.one(release, "SELECT count(*) FROM pg_temp.released");
      Sql.one(
          thief, "INSERT INTO app.selection_field VALUES (?, 'LOCATION_MSOA')", request.selection);
      refused(SELECTION_CHANGED, () -> Sql.one(release, "SELECT count(*) FROM pg_temp.released"));
    }
  }

  @Test
  void a_selection_changed_before_the_chair_decides_is_not_decided_on() throws SQLException {
    Request request = Request.in(world).submitted();
    try (Connection thief = world.as("did_app")) {
      Sql.one(
          thief, "INSERT INTO app.selection_field VALUES (?, 'LOCATION_MSOA')", request.selection);
    }
    refused(
        SELECTION_CHANGED,
        () -> world.act("nina.chair", "decide", request.approval(GuardWorld.NHS_ENGLAND_SLOT)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NHS_NUMBER",
        "DATE_OF_BIRTH",
        "POSTCODE",
        "REFERRER_CODE",
        "person_ref",
        "AGE\"; --"
      })
  void what_is_not_on_the_whitelist_cannot_even_be_asked_for(String field) {
    refused(UNAPPROVED_COLUMN, () -> Request.in(world).fields("AGE", field).submitted());
  }

  @Test
  void a_line_break_in_a_value_does_not_pass_for_another_line() throws SQLException {
    Request honest = Request.in(world).fields("AGE", "GENDER_CODE").stored();
    Request forged = Request.in(world).fields("AGE\nfield=GENDER_CODE").stored();
    assertThat(forged.digest).isNotEqualTo(honest.digest);
  }

  @Test
  void a_field_cannot_be_pointed_at_another_column() throws SQLException {
    try (Connection thief = world.as("did_app")) {
      denied(
          () ->
              Sql.run(
                  thief,
                  "UPDATE ledger.field_column SET column_expression = 'lsoa' WHERE field_code ="
                      + " 'AGE'"));
    }
    refused(ALREADY_DONE, () -> world.act("alex.admin", "record_field", field("AGE", "lsoa")));
  }

  @Test
  void a_harmless_name_cannot_be_given_to_a_column_that_has_one() {
    refused(ALREADY_DONE, () -> world.act("alex.admin", "record_field", field("WEATHER", "lsoa")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "person_ref",
        "submission_id",
        "objecting",
        "nhs_number",
        "ctid",
        "(SELECT key FROM vault.secret)"
      })
  void a_field_cannot_name_what_may_not_leave(String column) {
    refused(
        UNAPPROVED_COLUMN, () -> world.act("alex.admin", "record_field", field("WEATHER", column)));
  }

  @Test
  void a_researcher_cannot_add_a_field() {
    refused(
        NOT_ENTITLED, () -> world.act("rosa.researcher", "record_field", field("WEATHER", "lsoa")));
  }

  @Test
  void a_widened_version_voids_the_approvals() throws SQLException {
    Request request = Request.in(world).approved();
    request
        .nextVersion()
        .fields("AGE", "GENDER_CODE", "PERSON_ID", "LSOA_OF_RESIDENCE")
        .submitted();
    assertThat(request.openSlots()).containsExactly("not-covering", "not-covering");
    refused(APPROVAL_MISSING, request::drafted);
  }

  @Test
  void a_narrowed_version_keeps_them() throws SQLException {
    Request request = Request.in(world).approved();
    request.nextVersion().fields("AGE_BAND_5_YEARS").submitted();
    assertThat(request.openSlots()).isEmpty();
  }

  @Test
  void a_dropped_filter_is_not_a_narrowing() throws SQLException {
    Request request = Request.in(world).approved();
    request.nextVersion().filters = List.of();
    request.submitted();
    assertThat(request.openSlots()).containsExactly("not-covering", "not-covering");
  }

  @Test
  void a_struck_field_does_not_leave_under_its_coarser_name_unless_approved() throws SQLException {
    Request request = Request.in(world).fields("AGE", "GENDER_CODE").submitted();
    world.act(
        "nina.chair",
        "decide",
        request.decision(GuardWorld.NHS_ENGLAND_SLOT, "approve", Map.of("AGE", ""), List.of()));
    request.approvedByUkhsa();
    assertThat(request.openSlots()).containsExactly("not-covering");

    request.nextVersion().fields("AGE_BAND_5_YEARS", "GENDER_CODE").submitted();
    assertThat(request.openSlots()).containsExactly("not-covering");
    request.nextVersion().fields("GENDER_CODE").submitted();
    assertThat(request.openSlots()).isEmpty();
  }

  @Test
  void what_both_controllers_coarsened_meets_in_the_coarser_field() throws SQLException {
    Request request = Request.in(world).fields("AGE", "GENDER_CODE").submitted();
    coarsen(request, "nina.chair", GuardWorld.NHS_ENGLAND_SLOT, "AGE_BAND_5_YEARS");
    coarsen(request, "ursula.chair", GuardWorld.PHE_SLOT, "AGE_BAND_10_YEARS");
    assertThat(effective(request))
        .containsExactly("AGE coarsen AGE_BAND_10_YEARS", "GENDER_CODE approve -");

    request.nextVersion().fields("AGE_BAND_10_YEARS", "GENDER_CODE").submitted();
    assertThat(request.openSlots()).isEmpty();
  }

  @Test
  void what_they_coarsened_without_an_order_is_struck() throws SQLException {
    Request request = Request.in(world).fields("AGE", "GENDER_CODE").submitted();
    coarsen(request, "nina.chair", GuardWorld.NHS_ENGLAND_SLOT, "AGE_BAND_INC_50_TO_74");
    coarsen(request, "ursula.chair", GuardWorld.PHE_SLOT, "AGE_BAND_10_YEARS");
    assertThat(effective(request)).containsExactly("AGE strike -", "GENDER_CODE approve -");
  }

  @Test
  void a_version_number_cannot_be_taken_twice() throws SQLException {
    Request request = Request.in(world).submitted();
    request.version = UUID.randomUUID();
    refused(ALREADY_DONE, () -> world.act("rosa.researcher", "submit", request.submission()));
  }

  @Test
  void somebody_else_cannot_submit_a_version_of_my_application() throws SQLException {
    Request request = Request.in(world).submitted();
    request.nextVersion().stored();
    refused(NOT_ENTITLED, () -> world.act("nina.chair", "submit", request.submission()));
  }

  @Test
  void a_submission_of_an_unknown_filter_is_refused() {
    Request request = Request.in(world);
    request.filters = List.of("postcode=EX1 1AA");
    refused(INVALID_INPUT, request::submitted);
  }

  private void coarsen(Request request, String chair, UUID slot, String coarser)
      throws SQLException {
    world.act(
        chair, "decide", request.decision(slot, "approve", Map.of("AGE", coarser), List.of()));
  }

  private List<String> effective(Request request) throws SQLException {
    try (Connection app = world.as("did_app")) {
      return Sql.column(
          app,
          "SELECT concat_ws(' ', field_code, outcome, coalesce(coarser_field, '-')) FROM"
              + " guard.effective_fields(?) ORDER BY 1",
          request.version);
    }
  }

  private static Payload field(String code, String column) {
    return Payload.of(
        "data_set", "DID",
        "version", "1",
        "field_code", code,
        "column", column,
        "field_class", "standard");
  }
}
