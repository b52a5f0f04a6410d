package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each filter opens the rows of its values, and no others. */
class FiltersTest {

  @ParameterizedTest(name = "{0}={2}")
  @CsvSource({
    "region, residence_region, E12999999",
    "age-band, age_band_10, 77",
    "modality, modality_id, 9",
    "sex, gender, 9",
    "ethnicity, ethnic_category, 99",
    "setting, source_setting, 07",
    "small-area, lsoa, E01990001",
    "middle-area, msoa, E02990001",
    "provider, provider_code, ZX9",
    "site, site_code, ZX901",
    "nicip, nicip, XTEST",
    "snomed-ct, derived_snomed_ct, 999900101",
    "practice, gp_practice, Z99999",
    "commissioner, commissioner, Z9X"
  })
  void it_opens_the_rows_of_its_value_alone(String kind, String column, String value)
      throws SQLException {
    GuardWorld world = GuardWorld.fresh();
    String records = "SELECT record_ref FROM source.did_event ORDER BY record_ref";
    world.asSuperuser(
        "UPDATE source.did_event SET %s = '%s' WHERE record_ref IN (%s LIMIT 7) RETURNING 1"
            .formatted(column, value, records));
    Request filtered =
        Request.in(world).fields("MODALITY").filters(kind + "=" + value).active().ordered();

    try (Connection release = filtered.opened()) {
      assertThat(Sql.one(release, "SELECT count(*)::text FROM pg_temp.released")).isEqualTo("7");
    }
    Request none =
        Request.in(world)
            .fields("MODALITY")
            .filters(kind + "=" + value, kind + "=' OR true --")
            .active()
            .ordered();
    try (Connection release = none.opened()) {
      assertThat(Sql.one(release, "SELECT count(*)::text FROM pg_temp.released")).isEqualTo("7");
    }
  }
}
