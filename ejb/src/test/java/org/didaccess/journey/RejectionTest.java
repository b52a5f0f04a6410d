package org.didaccess.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.didaccess.application.ApplicationRejected;
import org.didaccess.application.ApplicationStatus;
import org.didaccess.application.ApplicationView;
import org.didaccess.application.FrozenVersionView;
import org.didaccess.governance.Decide;
import org.didaccess.governance.ReviewState;
import org.didaccess.governance.ReviewView;
import org.didaccess.shared.IllegalMove;
import org.didaccess.shared.PageRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One controller's no decides for all of them: without it nothing can leave. */
class RejectionTest {

  private Desk desk;
  private Town town;
  private FrozenVersionView version;

  @BeforeEach
  void settle() throws SQLException {
    desk = new Desk();
    town = Town.settled(desk);
    town.withSuccessor();
    version = town.underReview("MODALITY");
  }

  @AfterEach
  void leave() throws SQLException {
    desk.close();
  }

  @Test
  void an_application_is_rejected_as_soon_as_one_controller_says_no() {
    town.decide("nina.chair", version, Town.NHS_SLOT, Decide.Outcome.REJECT);

    ApplicationView application = town.view(version.applicationId());
    assertThat(application.status()).isEqualTo(ApplicationStatus.REJECTED);
    assertThat(application.message()).contains("NHS England", "A reason.");
    assertThat(desk.told(ApplicationRejected.class)).hasSize(1);
  }

  @Test
  void a_rejection_after_an_approval_rejects_all_the_same() {
    town.decide("nina.chair", version, Town.NHS_SLOT, Decide.Outcome.APPROVE);
    town.decide("ursula.chair", version, Town.PHE_SLOT, Decide.Outcome.REJECT);

    assertThat(town.view(version.applicationId()).status()).isEqualTo(ApplicationStatus.REJECTED);
  }

  @Test
  void a_rejected_application_no_longer_waits_for_the_other_controller() {
    town.decide("nina.chair", version, Town.NHS_SLOT, Decide.Outcome.REJECT);

    desk.as("ursula.chair");
    assertThat(desk.act(() -> desk.governance.reviews(PageRequest.first())).items())
        .singleElement()
        .satisfies(waiting -> assertThat(waiting.state()).isEqualTo(ReviewState.CLOSED));
    ReviewView review = desk.act(() -> desk.governance.review(version.id(), Town.PHE_SLOT));
    assertThat(review.mayVote() || review.mayDecide()).isFalse();
    assertThatThrownBy(
            () -> town.decide("ursula.chair", version, Town.PHE_SLOT, Decide.Outcome.APPROVE))
        .isInstanceOf(IllegalMove.class);
  }
}
