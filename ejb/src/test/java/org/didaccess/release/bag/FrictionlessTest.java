package org.didaccess.release.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.didaccess.release.ExtractFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The description of a package as the reader of the standard's own makers takes it. The product's
 * test run installs it where npm is.
 */
class FrictionlessTest {

  private static final Path READER =
      Path.of(System.getProperty("did.frictionless", "no such folder"));

  @TempDir private Path folder;
  private UnpackedBag bag;

  @BeforeEach
  void a_package_of_plain_text() throws IOException {
    assumeTrue(Files.isDirectory(READER.resolve("node_modules")), "it is not installed");
    PackageFixture fixture = new PackageFixture();
    PackageFile written =
        fixture.write(
            folder.resolve("stage"), ExtractFormat.CSV, FormatsTest.COLUMNS, FormatsTest.ROWS);
    bag = UnpackedBag.of(written, fixture.identity, folder.resolve("bag"));
  }

  @Test
  void a_package_is_valid_and_all_its_rows_have_their_types() throws Exception {
    JsonObject told = check();

    assertThat(told.getJsonArray("errors")).isEmpty();
    assertThat(told.getBoolean("valid")).isTrue();
    assertThat(told.getJsonObject("rows").getInt("month-2026-01")).isEqualTo(4);
    assertThat(told.getJsonObject("rows").getInt("month-2026-02")).isEqualTo(4);
  }

  @Test
  void a_value_of_another_type_or_form_is_found() throws Exception {
    String month = bag.read("data/2026-01.csv");
    bag.write("data/2026-01.csv", month.replace("2026-01-02", "2026-13-02"));
    assertThat(errors()).contains("month-2026-01").contains("2026-13-02");

    bag.write("data/2026-01.csv", month.replace("cd".repeat(16), "cd"));
    assertThat(errors()).contains("pattern");
  }

  @Test
  void a_description_that_is_none_is_found() throws Exception {
    bag.write("schema.json", bag.read("schema.json").replace("\"integer\"", "\"whole\""));

    assertThat(check().getBoolean("valid")).isFalse();
  }

  private String errors() throws Exception {
    JsonObject told = check();
    assertThat(told.getBoolean("valid")).isFalse();
    return told.getJsonArray("errors").toString();
  }

  private JsonObject check() throws Exception {
    Path script = Path.of(FrictionlessTest.class.getResource("/frictionless/check.js").toURI());
    Process process =
        new ProcessBuilder(
                "node",
                script.toString(),
                READER.toString(),
                bag.folder().resolve("datapackage.json").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    try (JsonReader reader = Json.createReader(new StringReader(said))) {
      return reader.readObject();
    }
  }
}
