package org.didaccess.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.didaccess.catalogue.application.CatalogueService;
import org.didaccess.catalogue.infrastructure.CatalogueGateway;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.shared.infrastructure.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PublishedPageTest {

  private static CatalogueUseCases catalogue;
  private static Database database;

  @BeforeAll
  static void open() {
    database = new Database(EphemeralDatabase.fresh().as("did_app"));
    catalogue =
        new CatalogueService(new CatalogueGateway(database), null, event -> {}, Clock.systemUTC());
  }

  @Test
  void every_line_of_the_published_page_is_shown_in_order() throws IOException {
    assertThat(shown(catalogue.dataSet("DID"))).isEqualTo(published());
  }

  @Test
  void what_can_be_chosen_is_exactly_what_the_guard_can_release() {
    List<String> whitelist =
        database.list(
            "SELECT field_code FROM ledger.field_column WHERE data_set = 'DID' AND version = '1'",
            row -> row.getString(1));

    assertThat(catalogue.fields("DID", "1"))
        .filteredOn(FieldView::selectable)
        .extracting(FieldView::code)
        .containsExactlyInAnyOrderElementsOf(whitelist);
  }

  @Test
  void identifiers_are_named_and_cannot_be_chosen() {
    assertThat(catalogue.fields("DID", "1"))
        .filteredOn(field -> field.fieldClass() == FieldClass.IDENTIFIER)
        .hasSize(4)
        .noneMatch(FieldView::selectable);
  }

  @Test
  void an_age_has_its_bands_as_less_detailed_alternatives() {
    FieldView age =
        catalogue.fields("DID", "1").stream()
            .filter(field -> field.code().equals("AGE"))
            .findFirst()
            .orElseThrow();

    assertThat(age.coarserAlternatives())
        .startsWith("AGE_BAND_5_YEARS", "AGE_BAND_10_YEARS")
        .contains("AGE_BAND_CHILDREN_INC_0_YEARS");
  }

  @Test
  void every_filter_that_is_offered_has_a_meaning_for_the_guard() {
    List<String> meanings =
        database.list("SELECT kind FROM ledger.filter_meaning", row -> row.getString(1));

    assertThat(catalogue.filters("DID", "1"))
        .extracting(FilterView::kind)
        .containsExactlyInAnyOrderElementsOf(meanings);
  }

  @Test
  void public_health_englands_slot_is_blocked_and_says_what_to_do() {
    assertThat(catalogue.slots("DID"))
        .filteredOn(SlotView::blocked)
        .singleElement()
        .satisfies(
            slot -> {
              assertThat(slot.controller()).isEqualTo("Public Health England");
              assertThat(slot.reason()).contains("officer");
            });
  }

  private static List<String> shown(DataSetView page) {
    List<String> lines = new ArrayList<>();
    for (PageSection section : page.sections()) {
      lines.add(section.heading());
      for (PageLine line : section.lines()) {
        lines.add((line.kind() == PageLine.Kind.ITEM ? "- " : "") + line.text());
      }
    }
    return lines;
  }

  private static List<String> published() throws IOException {
    try (InputStream page =
        PublishedPageTest.class.getResourceAsStream("/catalogue/published-page.txt")) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
