package org.didaccess.launcher.demo;

import jakarta.json.JsonObject;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.didaccess.harness.RunningProduct;

/**
 * The demonstration's accounts and examples in the product that all tests share, made once a run:
 * for tests that need real people, and an application in each of its states.
 */
public final class Showcase {
  private static Showcase shared;

  private final Stage stage;
  private Map<String, String> applications = Map.of();

  private Showcase(Stage stage) {
    this.stage = stage;
  }

  /** The one of the shared product. */
  public static synchronized Showcase shared() {
    if (shared == null) {
      RunningProduct product = RunningProduct.shared();
      Showcase made =
          new Showcase(
              Stage.of(
                  RunningProduct.settings(product.home().folder(), product.port()),
                  product.databases().main()));
      made.fill();
      shared = made;
    }
    return shared;
  }

  private void fill() {
    stage.assemble();
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    new Examples(stage, new Transcript(nowhere)).fill();
    ApiSession applicant = stage.cast().as(Actor.RESEARCHER);
    applications =
        applicant
            .get("/applications/mine?limit=100")
            .object()
            .getJsonArray("items")
            .getValuesAs(JsonObject.class)
            .stream()
            .collect(
                Collectors.toMap(
                    application -> application.getString("status"),
                    application -> application.getString("id"),
                    (newest, older) -> newest));
  }

  /** The password that all accounts of the demonstration share. */
  public String secret() {
    return Stage.secret(stage.settings());
  }

  /** The states in which the demonstration's researcher has an application. */
  public Stream<String> states() {
    return applications.keySet().stream();
  }

  /** The id of the researcher's application in that state. */
  public String application(String status) {
    return applications.get(status);
  }
}
