package org.didaccess.application.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.didaccess.identity.Roles;
import org.didaccess.shared.Ids;
import org.didaccess.shared.IllegalMove;
import org.junit.jupiter.api.Test;

class ApplicationPolicyTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private final DataAccessApplication application = ApplicationTransitionsTest.draft();
  private final UUID applicant = application.applicant();
  private final UUID stranger = Ids.next();

  @Test
  void a_draft_is_its_writers_own() {
    assertThat(ApplicationPolicy.mayRead(true, false, false, Set.of())).isTrue();
    assertThat(ApplicationPolicy.mayRead(false, false, true, Set.of(Roles.OFFICER))).isFalse();
  }

  @Test
  void what_was_submitted_is_seen_by_officers_auditors_administrators_and_reviewers() {
    assertThat(ApplicationPolicy.mayRead(false, true, false, Set.of(Roles.OFFICER))).isTrue();
    assertThat(ApplicationPolicy.mayRead(false, true, false, Set.of(Roles.AUDITOR))).isTrue();
    assertThat(ApplicationPolicy.mayRead(false, true, true, Set.of())).isTrue();
    assertThat(ApplicationPolicy.mayRead(false, true, false, Set.of(Roles.DATA_MANAGER))).isFalse();
  }

  @Test
  void only_the_applicant_and_collaborators_edit() {
    UUID collaborator = Ids.next();
    application.workWith(Set.of(collaborator), NOW);

    assertThat(ApplicationPolicy.mayEdit(application, applicant)).isTrue();
    assertThat(ApplicationPolicy.mayEdit(application, collaborator)).isTrue();
    assertThat(ApplicationPolicy.mayEdit(application, stranger)).isFalse();
  }

  @Test
  void nobody_edits_what_was_submitted_until_it_is_returned() {
    application.submit(Ids.next(), NOW);
    assertThat(ApplicationPolicy.mayEdit(application, applicant)).isFalse();
    assertThatThrownBy(() -> application.answer(Map.of("objective", "More"), NOW))
        .isInstanceOf(IllegalMove.class);

    application.move(ApplicationMove.RETURN, "Say more.", NOW);
    assertThat(ApplicationPolicy.mayEdit(application, applicant)).isTrue();
    assertThat(application.message()).isEqualTo("Say more.");
  }

  @Test
  void an_officer_drafts_no_agreement_from_an_application_of_their_own() {
    application.submit(Ids.next(), NOW);
    application.move(ApplicationMove.ACCEPT, null, NOW);
    application.move(ApplicationMove.APPROVE, null, NOW);

    assertThat(ApplicationPolicy.mayDraftAgreement(application, stranger, true)).isTrue();
    assertThat(ApplicationPolicy.mayDraftAgreement(application, stranger, false)).isFalse();
    assertThat(ApplicationPolicy.mayDraftAgreement(application, applicant, true)).isFalse();
  }

  @Test
  void the_applicant_is_not_their_own_collaborator() {
    application.workWith(Set.of(applicant, stranger), NOW);
    assertThat(application.collaborators()).containsExactly(stranger);
  }
}
