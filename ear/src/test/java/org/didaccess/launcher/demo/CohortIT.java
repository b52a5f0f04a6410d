package org.didaccess.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeSet;
import org.didaccess.harness.RunningProduct;
import org.didaccess.rest.CohortUpload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a cohort file to a package with the rows of its people alone, by their study ids. */
class CohortIT {
  private final RunningProduct product = RunningProduct.shared();
  private final Cast cast = Players.assembled(product);
  private final RecipientKey key = RecipientKey.create();
  private final StudiedPeople people = new StudiedPeople(product);

  @TempDir private Path folder;

  @Test
  void rows_of_its_people_leave_with_their_study_ids_and_nobody_elses() throws IOException {
    String agreement = people.agreed("People of a study", key.recipient());
    ReleaseScene scene = scene();
    assertThatThrownBy(() -> scene.order(agreement)).hasMessageContaining("Load it first");
    assertThat(refusal(agreement, "study_id,nhs_number\nS1,\n")).contains("name the columns");
    assertThat(refusal(agreement, "study_id,nhs_number,birth_date,gender,postcode\nS1,,,,\n"))
        .contains("Line 2: nhs_number is empty");

    JsonObject report = loaded(agreement, people.file());

    assertThat(report.getInt("lines")).isEqualTo(StudiedPeople.STUDIED + 1);
    assertThat(report.getInt("byNumber") % 5).isZero();
    assertThat(report.isNull("unmatched")).isTrue();
    JsonObject seen =
        cast.as(Actor.RESEARCHER).get("/agreements/" + agreement + "/cohort").object();
    assertThat(seen).isEqualTo(report);

    ReleaseScene.Delivered delivered = scene.deliver(agreement);
    assertThat(delivered.verified()).isTrue();
    OpenedPackage opened = OpenedPackage.of(delivered.file(), key.identity());
    TreeSet<String> studies = new TreeSet<>();
    opened.rows().forEach(row -> studies.add(row.substring(row.lastIndexOf(',') + 1)));
    assertThat(studies)
        .hasSizeBetween(StudiedPeople.STUDIED - 5, StudiedPeople.STUDIED)
        .allMatch(id -> id.startsWith("S-"));
    assertThat(opened.text("schema.json")).contains("STUDY_ID", "Your own study id");
    assertThat(opened.rows()).allMatch(row -> row.matches("[^,]+,[0-9a-f]{32},S-[0-9]+"));
  }

  @Test
  void a_workspace_holds_them_alone_too() {
    String agreement = people.agreed(people.wish("A study inside", "sde", null).forCohort());
    loaded(agreement, people.file());
    WorkspaceScene scene = new WorkspaceScene(cast, Players.silence());
    JsonObject workspace = scene.filled(scene.order(agreement));
    assertThat(workspace.getInt("rows")).isBetween(1, 399);
  }

  @Test
  void an_agreement_for_everybody_takes_no_cohort() {
    String agreement = people.agreed(people.wish("Everybody", "extract", key.recipient()));
    assertThat(refusal(agreement, people.file())).contains("not for a cohort");
    assertThat(CohortUpload.isKnown(agreement)).isFalse();
  }

  private ReleaseScene scene() {
    return new ReleaseScene(
        cast, Players.silence(), new PackageRecipient(product.baseUrl(), key), folder);
  }

  private static JsonObject loaded(String agreement, String file) {
    return CohortUpload.answer(agreement, file);
  }

  private static String refusal(String agreement, String file) {
    return loaded(agreement, file).getString("detail");
  }
}
