package org.didaccess.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.didaccess.harness.RunningProduct;
import org.didaccess.launcher.demo.Journey.Wish;
import org.didaccess.source.synthetic.SynthesisPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two packages that do not link, and a third that every controller approved, by which they do. */
class BridgeIT {
  private final RunningProduct product = RunningProduct.shared();
  private final Cast cast = Players.assembled(product);
  private final RecipientKey key = RecipientKey.create();
  private final YearMonth month = YearMonth.now(Journey.LONDON).minusMonths(31);

  @TempDir private Path folder;

  @Test
  void two_packages_link_by_the_bridge_and_not_without_it() throws IOException {
    new SourceMonths(product.databases().main(), new SynthesisPlan(300, 1, month, 97, "Z2K"))
        .load();
    String one = agreed(wish("One side of a bridge", List.of("AGE", "MODALITY", "PERSON_ID")));
    String other = agreed(wish("The other side", List.of("AGE", "MODALITY", "PERSON_ID")));
    Map<String, String> ofOne = byPerson(delivered(one, "one"));
    Map<String, String> ofOther = byPerson(delivered(other, "other"));
    assertThat(ofOne.keySet()).doesNotContainAnyElementsOf(ofOther.keySet());

    String bridge =
        agreed(wish("A bridge", List.of("PERSON_ID")).bridging(reference(one), reference(other)));
    OpenedPackage table = delivered(bridge, "bridge");

    assertThat(table.dataFiles()).hasSize(1);
    assertThat(table.rows()).hasSameSizeAs(ofOne.keySet());
    for (String row : table.rows()) {
      String[] tokens = row.split(",", -1);
      assertThat(tokens).hasSize(2);
      assertThat(ofOther.get(tokens[1])).isNotNull().isEqualTo(ofOne.get(tokens[0]));
    }
    assertThat(table.text("schema.json"))
        .contains("Person token under " + reference(one), "TOKEN_PERSON_ID_2");
    assertThat(table.text("codebook.html")).contains("in the data of both agreements");
    assertThat(table.text("proof.json")).contains("linkage=bridge:" + reference(one));

    String release = runOf(table);
    assertThat(scene("again").download(release)).isNotEmptyFile();
    suspend(other);
    assertThatThrownBy(() -> scene("too late").download(release))
        .hasMessageContaining("not active now");
  }

  private static String runOf(OpenedPackage opened) throws IOException {
    try (JsonReader proof = Json.createReader(new StringReader(opened.text("proof.json")))) {
      return proof.readObject().getString("run");
    }
  }

  private void suspend(String agreement) {
    cast.as(Actor.OFFICER)
        .post(
            "/agreements/" + agreement + "/suspension",
            ApiSession.object().add("reason", "A question is open.").build());
  }

  @Test
  void a_bridge_asks_for_person_tokens_alone() {
    Wish wide = wish("Too much of a bridge", List.of("AGE", "PERSON_ID")).bridging("A-1", "B-2");
    assertThatThrownBy(() -> agreed(wide)).hasMessageContaining("person tokens alone");
    Wish same = wish("A bridge to itself", List.of("PERSON_ID")).bridging("A-1", "A-1");
    assertThatThrownBy(() -> agreed(same)).hasMessageContaining("two different agreements");
    String nowhere =
        agreed(wish("A bridge to nowhere", List.of("PERSON_ID")).bridging("A-1", "B-2"));
    assertThatThrownBy(() -> scene("nowhere").order(nowhere))
        .hasMessageContaining("There is no agreement A-1");
  }

  private String agreed(Wish wish) {
    Journey journey = new Journey(cast, Players.silence(), wish);
    journey.complete(Actor.RESEARCHER);
    return journey.agreement();
  }

  private Wish wish(String title, List<String> fields) {
    return new Wish(
        title, "extract", month.atDay(1), month.atEndOfMonth(), fields, key.recipient());
  }

  private String reference(String agreement) {
    return cast.as(Actor.RESEARCHER)
        .get("/agreements/" + agreement)
        .object()
        .getString("reference");
  }

  private OpenedPackage delivered(String agreement, String name) throws IOException {
    ReleaseScene.Delivered delivered = scene(name).deliver(agreement);
    assertThat(delivered.verified()).isTrue();
    return OpenedPackage.of(delivered.file(), key.identity());
  }

  private ReleaseScene scene(String name) {
    return new ReleaseScene(
        cast,
        Players.silence(),
        new PackageRecipient(product.baseUrl(), key),
        folder.resolve(name));
  }

  /** What is known of each person, in an order of its own: the same for the same person. */
  private static Map<String, String> byPerson(OpenedPackage opened) throws IOException {
    return opened.rows().stream()
        .collect(
            Collectors.groupingBy(
                row -> row.substring(row.lastIndexOf(',') + 1),
                TreeMap::new,
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    rows ->
                        rows.stream()
                            .map(row -> row.substring(0, row.lastIndexOf(',')))
                            .sorted()
                            .collect(Collectors.joining(";")))));
  }
}
