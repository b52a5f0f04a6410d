package org.didaccess.release.application;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.ReleaseFixture;
import org.didaccess.release.SyntheticExtract;
import org.didaccess.release.bag.PackageVerifier;
import org.didaccess.release.bag.Verification;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.LocalPartition;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.infrastructure.JdbcRunPlans;
import org.didaccess.shared.infrastructure.Database;
import org.didaccess.source.InventedEvents;
import org.didaccess.source.infrastructure.SyntheticEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Invented rows of every field that can leave at all, read back by other programs than ours. */
class SyntheticPackageTest {

  private static final Clock MAY =
      Clock.fixed(Instant.parse("2026-05-20T09:00:00Z"), ZoneOffset.UTC);
  private static final String BAG = "SYNTHETIC-DA-000007/";

  private final InventedEvents events = new SyntheticEvents();
  private List<ReleaseColumn> columns;

  @BeforeEach
  void every_field_that_can_leave() throws SQLException {
    DataSource main = ReleaseFixture.shared().database().as("did_app");
    List<String> fields =
        new Database(main)
            .list(
                "SELECT field_code FROM ledger.field_column WHERE data_set = 'DID' AND version = '1'"
                    + " ORDER BY field_code",
                row -> row.getString(1));
    columns = new JdbcRunPlans(main, main).columns("DID", "1", fields);
    assertThat(columns).hasSameSizeAs(fields).hasSizeGreaterThan(50);
  }

  @Test
  void every_field_can_be_invented() {
    assertThat(events.columns()).containsAll(LocalPartition.sources(columns));
  }

  @Test
  void columns_stand_as_in_a_real_release() throws SQLException {
    ReleaseFixture fixture = ReleaseFixture.shared();
    String[] fields = {"YEAR_OF_TEST", "PERSON_ID", "MODALITY", "AGE", "SUBMISSION_DATA_ID"};
    DataSource main = fixture.database().as("did_app");
    assertThat(new JdbcRunPlans(main, main).columns("DID", "1", List.of(fields)))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("source")
        .isEqualTo(fixture.plan(fixture.agreement(fields).order()).columns());
  }

  @Test
  void nothing_that_identifies_is_among_the_columns_that_leave() {
    assertThat(LocalPartition.sources(columns))
        .doesNotContain(
            "nhs_number", "birth_date", "postcode", "accession_number", "referrer_code");
  }

  @Test
  void rows_have_the_columns_and_types_that_the_schema_tells() throws IOException {
    Map<String, byte[]> bag = bag(ExtractFormat.CSV);
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().ofCsvRecord(TarFiles.text(bag, "data/2026-04.csv"))) {
      List<CsvRecord> lines = csv.stream().toList();
      assertThat(lines).hasSize(1 + InventedMonths.ROWS_A_MONTH);
      assertThat(lines.get(0).getFields())
          .containsExactlyElementsOf(columns.stream().map(ReleaseColumn::name).toList());
      for (CsvRecord line : lines.subList(1, lines.size())) {
        assertThat(line.getFieldCount()).isEqualTo(columns.size());
        for (int i = 0; i < columns.size(); i++) {
          assertThat(isOf(columns.get(i).kind(), line.getField(i)))
              .as("%s: %s", columns.get(i).name(), line.getField(i))
              .isTrue();
        }
      }
    }
  }

  private static boolean isOf(ColumnKind kind, String value) {
    return switch (kind) {
      case PERSON_TOKEN, RECORD_TOKEN -> value.matches("[0-9a-f]{32}");
      case INTEGER, LARGE_INTEGER -> value.isEmpty() || value.matches("-?[0-9]+");
      case DATE -> value.isEmpty() || LocalDate.parse(value).getYear() == 2026;
      default -> true;
    };
  }

  @ParameterizedTest
  @EnumSource(ExtractFormat.class)
  void the_bag_is_whole_and_says_that_it_is_synthetic(ExtractFormat format) throws Exception {
    Map<String, byte[]> bag = bag(format);
    assertThat(bag.keySet())
        .contains("SYNTHETIC.txt", "bagit.txt", "codebook.html", "loaders/load.py", "schema.json")
        .doesNotContain("proof.json", "signature.json");
    assertThat(bag.keySet().stream().filter(name -> name.startsWith("data/")))
        .hasSize(InventedMonths.MONTHS)
        .allMatch(name -> name.endsWith(format.suffix()));
    assertManifest(bag, "manifest-sha512.txt");
    assertManifest(bag, "tagmanifest-sha512.txt");
    try (JsonReader json =
        Json.createReader(new ByteArrayInputStream(bag.get("datapackage.json")))) {
      JsonObject described = json.readObject();
      assertThat(described.getBoolean("synthetic")).isTrue();
      assertThat(described.containsKey("agreement")).isFalse();
      assertThat(described.getInt("rows"))
          .isEqualTo(InventedMonths.MONTHS * InventedMonths.ROWS_A_MONTH);
    }
    assertThat(TarFiles.text(bag, "codebook.html")).contains("about nobody");
  }

  @Test
  void a_check_of_it_says_that_it_is_synthetic_and_never_that_it_is_verified(@TempDir Path folder)
      throws Exception {
    PublicKey signer = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
    unpack(folder);

    for (Optional<PublicKey> named : List.of(Optional.<PublicKey>empty(), Optional.of(signer))) {
      Verification found = new PackageVerifier(named, Optional.empty()).verify(folder);
      assertThat(found.findings()).isEmpty();
      assertThat(found.outcome()).isEqualTo(Verification.Outcome.SYNTHETIC);
      assertThat(found.outcome().exitCode()).isEqualTo(1);
    }

    Files.writeString(folder.resolve("data/2026-04.csv"), "changed");
    assertThat(new PackageVerifier(Optional.empty(), Optional.empty()).verify(folder).outcome())
        .isEqualTo(Verification.Outcome.TAMPERED);
  }

  @Test
  void a_proof_or_a_signature_beside_the_mark_is_no_synthetic_package(@TempDir Path folder)
      throws Exception {
    unpack(folder);
    Files.writeString(folder.resolve("signature.json"), "{}");

    assertThat(new PackageVerifier(Optional.empty(), Optional.empty()).verify(folder).outcome())
        .isEqualTo(Verification.Outcome.TAMPERED);
  }

  private void unpack(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : bag(ExtractFormat.CSV).entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
  }

  private static void assertManifest(Map<String, byte[]> bag, String manifest)
      throws NoSuchAlgorithmException {
    for (String line : TarFiles.text(bag, manifest).lines().toList()) {
      byte[] digest = MessageDigest.getInstance("SHA-512").digest(bag.get(line.substring(130)));
      assertThat(line).startsWith(HexFormat.of().formatHex(digest) + "  ");
    }
  }

  private Map<String, byte[]> bag(ExtractFormat format) throws IOException {
    InventedTable table =
        InventedTable.ofRows(
            DescribedColumns.of(columns, List.of()), InventedMonths.from(events, MAY));
    SyntheticExtract made =
        new SyntheticPackage("DA-000007", "Diagnostic Imaging Data Set", format)
            .of(table, LocalDate.now(MAY));
    assertThat(made.fileName()).isEqualTo("SYNTHETIC-DA-000007.tar");
    return TarFiles.of(made, BAG);
  }
}
