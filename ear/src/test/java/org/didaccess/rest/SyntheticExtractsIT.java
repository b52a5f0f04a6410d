package org.didaccess.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import org.didaccess.release.ExtractFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Invented rows need no approval, and no more than the sight of the application. */
class SyntheticExtractsIT {
  private final Scene scene = Scene.shared();
  private final String address = "/synthetic-extracts/" + scene.things().application();

  @Test
  void whoever_sees_an_application_gets_invented_rows_of_its_fields() {
    Answer made = Who.RESEARCHER.caller().get(address + "?format=CSV");
    assertThat(made.status()).as("%s", made).isEqualTo(200);
    assertThat(made.type()).isEqualTo("application/x-tar");
    assertThat(made.body())
        .contains("/SYNTHETIC.txt", "/datapackage.json", "MODALITY,MONTH_OF_TEST,YEAR_OF_TEST\n")
        .doesNotContain("/proof.json");
  }

  @ParameterizedTest
  @EnumSource(ExtractFormat.class)
  void every_form_of_an_extract_is_written_in_the_server(ExtractFormat format) {
    Answer made = Who.RESEARCHER.caller().get(address + "?format=" + format);
    assertThat(made.status()).as("%s", made).isEqualTo(200);
    assertThat(made.body()).contains("/data/", format.suffix());
  }

  @Test
  void they_come_before_anything_is_submitted_once_a_field_is_chosen() {
    Caller applicant = Who.RESEARCHER.caller();
    String id =
        applicant
            .post("/applications", Json.createObjectBuilder().add("title", "To try").build())
            .object()
            .getString("id");
    Answer early = applicant.get("/synthetic-extracts/" + id);
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.detail()).contains("Choose at least one field");
    choose(applicant, id, "row-level");
    assertThat(applicant.get("/synthetic-extracts/" + id + "?format=CSV").body())
        .contains("AGE,GENDER_DESCRIPTION\n");
    choose(applicant, id, "aggregate");
    assertThat(applicant.get("/synthetic-extracts/" + id + "?format=CSV").body())
        .contains("AGE,GENDER_DESCRIPTION,EVENTS,TOTAL_OF\n");
  }

  private static void choose(Caller applicant, String application, String level) {
    Answer chosen =
        applicant.send(
            Call.of("PUT", "/applications/" + application + "/selection")
                .ifMatch(applicant.get("/applications/" + application).tag())
                .json(
                    "{\"dataSet\":\"DID\",\"dataSetVersion\":\"1\",\"level\":\""
                        + level
                        + "\",\"accessMethod\":\"extract\",\"linkage\":\"none\",\"refresh\":\"once\","
                        + "\"fields\":[\"AGE\",\"GENDER_DESCRIPTION\"]}"));
    assertThat(chosen.status()).as("%s", chosen).isEqualTo(200);
  }

  @Test
  void a_stranger_gets_none_and_learns_nothing() {
    Answer foreign = scene.asStranger().get(address);
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign)
        .isEqualTo(
            scene.asStranger().get("/synthetic-extracts/00000000-0000-4000-8000-00000000dead"));
  }

  @Test
  void a_form_that_is_not_offered_is_refused_with_those_that_are() {
    Answer refused = Who.RESEARCHER.caller().get(address + "?format=XLS");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.detail()).contains("CSV_ZSTD, CSV_GZIP, CSV, PARQUET");
  }
}
