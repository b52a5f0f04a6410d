package org.didaccess.launcher.demo;

import jakarta.json.JsonObject;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

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

  /** Makes accounts and loads invented months; safe to repeat. */
  public void prepare() {
    stage.assemble();
    new SourceMonths(stage).load();
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
