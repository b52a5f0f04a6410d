package org.didaccess.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.didaccess.harness.GoneFromList;
import org.didaccess.harness.RunningProduct;
import org.didaccess.launcher.demo.Journey.Wish;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.LoadObjections;
import org.didaccess.source.infrastructure.JdbcObjectionLists;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.didaccess.source.synthetic.Synthesis;
import org.didaccess.source.synthetic.SynthesisPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a list of objections to a package that lacks the rows of the people on it, and says so. */
class UpheldObjectionsIT {
  private static final int ROWS = 400;

  private final RunningProduct product = RunningProduct.shared();
  private final YearMonth month = YearMonth.now(Journey.LONDON).minusMonths(20);
  private final SynthesisPlan plan = new SynthesisPlan(ROWS, 1, month, 61, "Z2C");
  private final SourceMonths source = new SourceMonths(product.databases().main(), plan);
  private final RecipientKey key = RecipientKey.create();

  @TempDir private Path folder;

  @Test
  void rows_of_people_who_object_are_not_in_the_package_and_a_newer_list_stops_the_next()
      throws IOException {
    long stored = source.load();
    Synthesis synthesis = new Synthesis(plan, ReferenceFiles.sample(), Runnable::run);
    String list = Files.readString(synthesis.writeObjections(folder, 20));
    long objecting = rowsOf(synthesis, new HashSet<>(list.lines().toList()));
    // Rows of the same key that another test loaded later have taken the place of a few.
    long superseded = ROWS - stored;
    assertThat(objecting).isGreaterThan(superseded);
    counts(list);

    Cast cast = Players.assembled(product);
    Journey journey = new Journey(cast, Players.silence(), wish());
    journey.complete(Actor.RESEARCHER);
    ReleaseScene scene =
        new ReleaseScene(
            cast,
            Players.silence(),
            new PackageRecipient(product.baseUrl(), key),
            folder.resolve("package"));
    ReleaseScene.Delivered delivered = scene.deliver(journey.agreement());

    assertThat(delivered.verified()).isTrue();
    assertThat(delivered.withheld()).isBetween(objecting - superseded, objecting);
    assertThat(delivered.rows()).isEqualTo(stored - delivered.withheld());
    assertThat(OpenedPackage.of(delivered.file(), key.identity()).text("proof.json"))
        .contains("\"handling\": \"upheld\"", "\"rowsLeftOut\": " + delivered.withheld());
    JsonObject agreement =
        cast.as(Actor.RESEARCHER).get("/agreements/" + journey.agreement()).object();
    assertThat(agreement.getString("objections")).isEqualTo("UPHELD");

    aWorkspaceLeavesOutTheSame(cast, delivered);

    Journey next = new Journey(cast, Players.silence(), wish());
    next.complete(Actor.RESEARCHER);
    String ordered = scene.prepare(next.agreement());
    scene.check(ordered);
    counts(list + "9990000018\n");
    assertThatThrownBy(() -> scene.publish(ordered, Actor.PUBLISHER))
        .hasMessageContaining("order it anew");
  }

  private void aWorkspaceLeavesOutTheSame(Cast cast, ReleaseScene.Delivered delivered) {
    Journey journey = new Journey(cast, Players.silence(), wish("sde", null));
    journey.complete(Actor.RESEARCHER);
    WorkspaceScene scene = new WorkspaceScene(cast, Players.silence());
    JsonObject workspace = scene.filled(scene.order(journey.agreement()));
    assertThat(workspace.getJsonNumber("rows").longValue()).isEqualTo(delivered.rows());
    assertThat(workspace.getJsonObject("objections").getJsonNumber("withheldRows").longValue())
        .isEqualTo(delivered.withheld());
  }

  private Wish wish() {
    return wish("extract", key.recipient());
  }

  private Wish wish(String accessMethod, String recipientKey) {
    return new Wish(
            "What people object to",
            accessMethod,
            month.atDay(1),
            month.atEndOfMonth(),
            List.of("AGE", "MODALITY", "PERSON_ID"),
            recipientKey)
        .upholding();
  }

  /** How many records of the month are about one of these people. */
  private static long rowsOf(Synthesis synthesis, Set<String> people) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    synthesis.write(0, file, done -> {});
    return file.toString(StandardCharsets.US_ASCII)
        .lines()
        .filter(line -> people.contains(line.split(",", 2)[0]))
        .count();
  }

  /** Makes it the list that counts, whoever of another test's list has to go for it. */
  private void counts(String list) {
    JdbcObjectionLists lists = source.objectionLists();
    LocalDate today = LocalDate.now(Journey.LONDON);
    try {
      lists.store(bytes(list), new LoadObjections(today, null));
    } catch (InvalidSubmissionException tooMany) {
      long gone = GoneFromList.in(tooMany.getMessage()).orElseThrow(() -> tooMany);
      lists.store(bytes(list), new LoadObjections(today, gone));
    }
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }
}
