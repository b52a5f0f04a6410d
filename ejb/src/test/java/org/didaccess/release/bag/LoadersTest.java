package org.didaccess.release.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.engine.WrittenPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A code of 18 digits beside an empty field is the same code once it was loaded. */
class LoadersTest {

  private static final String CODE = "999000000000000103";

  private static final List<ReleaseColumn> COLUMNS =
      List.of(
          new ReleaseColumn("snomed_ct", "SNOMED", ColumnKind.ofSqlType("bigint")),
          new ReleaseColumn("age", "AGE", ColumnKind.ofSqlType("smallint")),
          new ReleaseColumn("flag", "FLAG", ColumnKind.BOOLEAN),
          new ReleaseColumn("test_date", "TEST_DATE", ColumnKind.DATE));

  private static final List<String> ROWS =
      List.of(CODE + ",41,true,2026-01-02\n", ",,,\n", "-7,103,false,2026-01-31\n");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"CSV", "CSV_GZIP", "PARQUET"})
  void pandas_has_every_digit(ExtractFormat format) throws Exception {
    assumeTrue(python("import pandas, pyarrow").status() == 0, "pandas is not installed");
    PackageFixture fixture = new PackageFixture();
    UnpackedBag bag =
        UnpackedBag.of(
            fixture.write(folder.resolve("stage"), format, COLUMNS, ROWS),
            fixture.identity,
            folder.resolve("bag"));

    Said said =
        python(
            """
            import os
            os.chdir("%s")
            exec(open("loaders/load.py").read())
            print([str(code) for code in frame["SNOMED"]])
            print([str(age) for age in frame["AGE"]])
            """
                .formatted(bag.folder()));

    assertThat(said.status()).as(said.words()).isZero();
    assertThat(said.words())
        .contains("6 rows")
        .contains("['%1$s', '<NA>', '-7', '%1$s', '<NA>', '-7']".formatted(CODE))
        .contains("['41', '<NA>', '103', '41', '<NA>', '103']");
  }

  @Test
  void r_reads_codes_of_csv_as_text_and_joins_months_of_parquet_before_it_chooses_types() {
    assertThat(loader(ExtractFormat.CSV, "load.R")).contains("col_types = \"cdlD\"");
    assertThat(loader(ExtractFormat.PARQUET, "load.R"))
        .containsSubsequence("as_data_frame = FALSE", "as.data.frame", "arrow::concat_tables")
        .doesNotContain("rbind");
  }

  @Test
  void stata_keeps_codes_as_text() {
    assertThat(loader(ExtractFormat.CSV, "load.do"))
        .contains("destring AGE, replace")
        .doesNotContain("destring SNOMED");
    assertThat(loader(ExtractFormat.PARQUET, "load.do"))
        .contains("dtype_backend='numpy_nullable').to_csv(")
        .doesNotContain("destring SNOMED");
  }

  private static String loader(ExtractFormat format, String name) {
    WrittenPartition month = new WrittenPartition(YearMonth.of(2026, 1), 3, 100, "00");
    Map<String, byte[]> loaders =
        Loaders.write(PackageFixture.description(format, COLUMNS, List.of(month)));
    return new String(loaders.get("loaders/" + name), StandardCharsets.UTF_8);
  }

  /** How a program ended and what it said. */
  private record Said(int status, String words) {}

  private static Said python(String program) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder("python3", "-c", program).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Said(process.waitFor(), words);
    } catch (IOException missing) {
      return new Said(127, missing.getMessage());
    }
  }
}
