package org.didaccess.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;
import org.didaccess.harness.RunningProduct;
import org.didaccess.launcher.demo.Journey.Wish;
import org.didaccess.rest.Leak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a recipient finds in the package, from application to decrypted bytes. */
class DeliveredDataIT {
  private final RunningProduct product = RunningProduct.shared();
  private final Cast cast = Players.assembled(product);
  private final RecipientKey key = RecipientKey.create();

  @TempDir private Path folder;

  @Test
  void an_aggregate_approval_delivers_counts_without_a_small_one() throws IOException {
    OpenedPackage opened = delivered("aggregate", List.of("GENDER_DESCRIPTION", "MODALITY"));
    assertThat(opened.dataFiles()).hasSize(1);
    List<String> rows = opened.rows();
    assertThat(rows).allMatch(row -> row.matches("[^,]*,[^,]*,(\\d+)?,[^,]*"));
    assertThat(rows)
        .extracting(row -> row.split(",", -1)[2])
        .filteredOn(count -> !count.isEmpty())
        .isNotEmpty()
        .allMatch(count -> Integer.parseInt(count) >= 10 && Integer.parseInt(count) % 5 == 0);
    assertThat(rows)
        .extracting(row -> row.split(",", -1)[3])
        .contains("", "GENDER_DESCRIPTION", "MODALITY", "ALL");
    assertThat(opened.text("schema.json")).contains("EVENTS", "TOTAL_OF", "nearest 5");
    assertThat(opened.text(".html")).contains("One row is a count of imaging examinations");
  }

  @Test
  void a_leaked_copy_names_the_recipient_it_was_made_for() throws IOException {
    OpenedPackage opened = delivered("row-level", List.of("AGE", "SUBMISSION_DATA_ID"));
    List<String> leaked = opened.rows().stream().sorted().limit(200).toList();
    JsonObject named = Leak.named(String.join("\n", leaked));
    assertThat(named.getString("recipientName")).contains("Exampleton");
    assertThat(named.getInt("matches")).isEqualTo(200);
    assertThat(opened.text("schema.json")).contains("mark this recipient");
  }

  @Test
  void a_recipient_with_an_openpgp_key_opens_it_with_that_key_alone() throws Exception {
    OpenPGPKey pair =
        new BcOpenPGPApi().generateKey(4).classicKey("Invented <recipient@example.org>").build();
    RecipientKey openPgp =
        new RecipientKey(
            pair.toCertificate().toAsciiArmoredString().strip(), pair.toAsciiArmoredString());

    OpenedPackage opened = delivered(openPgp, "row-level", List.of("MODALITY"));

    assertThat(opened.rows()).isNotEmpty();
    assertThatThrownBy(() -> OpenedPackage.of(folder.resolve("package.tar.age"), key.identity()))
        .isInstanceOf(IOException.class);
  }

  private OpenedPackage delivered(String level, List<String> fields) throws IOException {
    return delivered(key, level, fields);
  }

  private OpenedPackage delivered(RecipientKey key, String level, List<String> fields)
      throws IOException {
    PackageRecipient recipient = new PackageRecipient(product.baseUrl(), key);
    LocalDate to = LocalDate.now(Journey.LONDON).withDayOfMonth(1).minusDays(1);
    Journey journey =
        new Journey(
            cast,
            Players.silence(),
            new Wish(
                "Delivered: " + level + " to " + key.recipient().substring(0, 30),
                level,
                "extract",
                to.minusMonths(1).withDayOfMonth(1),
                to,
                fields,
                key.recipient()));
    journey.complete(Actor.RESEARCHER);
    ReleaseScene.Delivered delivered =
        new ReleaseScene(cast, Players.silence(), recipient, folder).deliver(journey.agreement());
    assertThat(delivered.verified()).isTrue();
    return OpenedPackage.of(delivered.file(), key.identity());
  }
}
