package org.didaccess.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.didaccess.harness.Pages;
import org.didaccess.harness.RunningProduct;
import org.didaccess.launcher.demo.HeldReleases;
import org.didaccess.launcher.demo.PackageRecipient;
import org.didaccess.launcher.demo.PausedRelease;
import org.didaccess.launcher.demo.PausedWorkspace;
import org.didaccess.launcher.demo.RefreshedAgreement;
import org.didaccess.launcher.demo.StudiedPeople;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One tour in one browser: later scenes need what earlier ones made, as in life. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TourIT {
  private final RunningProduct product = RunningProduct.shared();
  private Tour tour;

  @BeforeAll
  void open() throws IOException {
    tour =
        new Tour(product.baseUrl(), product.secret(), Path.of(System.getProperty("did.test.tour")));
  }

  @AfterAll
  void close() {
    tour.close();
  }

  @Test
  @Order(1)
  void a_request_walks_from_the_catalogue_to_a_package_that_its_recipient_can_verify()
      throws IOException {
    PackageRecipient recipient = PackageRecipient.withNewKey(product.baseUrl());
    Path file = tour.extract(recipient.publicKey());
    assertThat(recipient.verify(file).rows()).isPositive();
  }

  @Test
  @Order(2)
  void a_second_request_walks_to_a_workspace_with_credentials() {
    tour.workspace();
  }

  @Test
  @Order(3)
  void what_stands_beside_the_path_can_be_visited_by_its_people() throws IOException {
    tour.surroundings();
  }

  @Test
  @Order(4)
  void people_who_could_be_singled_out_are_decided_on(@TempDir Path folder) {
    tour.difference(HeldReleases.made(product, 25, "Z2G", "Z2H", folder).checked());
  }

  @Test
  @Order(4)
  void a_paused_release_is_let_go_on(@TempDir Path folder) {
    tour.paused(PausedRelease.made(product, folder).id());
  }

  @Test
  @Order(4)
  void a_paused_workspace_is_let_go_on() {
    tour.pausedWorkspace(PausedWorkspace.made(product).id());
  }

  @Test
  @Order(4)
  void refreshes_are_ordered_once_and_released_by_two_people_each_month() {
    tour.refreshes(
        RefreshedAgreement.agreed(
            product,
            "Refreshed in the tour",
            PackageRecipient.withNewKey(product.baseUrl()).publicKey()));
  }

  @Test
  @Order(4)
  void a_cohort_is_matched_and_its_report_hides_small_counts(@TempDir Path folder)
      throws IOException {
    StudiedPeople people = new StudiedPeople(product);
    String agreement =
        people.agreed(
            "A study in the tour", PackageRecipient.withNewKey(product.baseUrl()).publicKey());
    tour.cohort(agreement, Files.writeString(folder.resolve("cohort.csv"), people.file()));
  }

  @Test
  @Order(4)
  void a_bridge_between_two_agreements_can_be_asked_for() {
    tour.bridge();
  }

  @Test
  @Order(4)
  void an_application_can_be_started_with_the_keyboard_alone() {
    tour.keyboard();
  }

  @Test
  @Order(5)
  void no_view_had_a_fault() {
    assertThat(tour.faults()).isEmpty();
  }

  @Test
  @Order(6)
  void no_page_was_left_out() throws IOException {
    assertThat(Pages.addresses()).isSubsetOf(tour.seen());
  }
}
