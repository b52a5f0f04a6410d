package org.didaccess.launcher.demo;

import jakarta.json.JsonObject;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.didaccess.db.ProductDatabase;
import org.didaccess.launcher.Settings;

/** The demonstration as the launcher's commands use it. */
public final class Demonstration {

  private final Stage stage;
  private final Transcript transcript;

  /**
   * @param stage where it plays
   * @param out where it is told
   */
  public Demonstration(Stage stage, PrintStream out) {
    this.stage = stage;
    this.transcript = new Transcript(out);
  }

  /**
   * Sets the stage in a running product, as {@code ./did up} does: people, invented months and
   * applications in every state. Safe to repeat.
   */
  public static void set(Settings settings, ProductDatabase database) {
    Demonstration demonstration =
        new Demonstration(
            Stage.of(settings, database),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    demonstration.prepare();
    demonstration.fill();
  }

  /** Makes accounts and loads invented months; safe to repeat. */
  public void prepare() {
    stage.assemble();
    SourceMonths months = SourceMonths.ofDemonstration(stage);
    months.load();
    months.loadObjections();
  }

  /** Makes applications in every state, once a data folder. */
  public void fill() {
    new Examples(stage, transcript).make();
  }

  /** Walks the main job and gives the report. */
  public JsonObject play() {
    return new DemoScript(stage, transcript).play();
  }

  /** Whether every step was done and every attempt refused. */
  public boolean clean() {
    return transcript.clean();
  }

  /** The accounts, one line each, for whoever starts the product. */
  public static List<String> accounts() {
    return Arrays.stream(Actor.values())
        .map(actor -> "%-20s %s, %s".formatted(actor.login(), actor.label(), actor.place().label()))
        .toList();
  }
}
