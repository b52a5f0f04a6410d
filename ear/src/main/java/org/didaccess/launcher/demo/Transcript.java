package org.didaccess.launcher.demo;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.didaccess.launcher.LaunchProblem;

/** What was done and what was refused, told as it happens and kept for the report. */
final class Transcript {

  /** One step that somebody took. */
  record Step(String name, Actor actor, boolean ok) {}

  /** One attempt that had to be refused, and with what reason it was. */
  record Refusal(String attempt, String reason) {}

  private final PrintStream out;
  private final List<Step> steps = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<String> notRefused = new ArrayList<>();

  Transcript(PrintStream out) {
    this.out = out;
  }

  /** Takes a step; a step that fails is kept as failed and ends the demonstration. */
  <T> T step(String name, Actor actor, Callable<T> deed) {
    try {
      T result = deed.call();
      steps.add(new Step(name, actor, true));
      out.println("  done     " + name + " (" + actor.label() + ")");
      return result;
    } catch (Exception failure) {
      steps.add(new Step(name, actor, false));
      throw new LaunchProblem(
          "The demonstration stopped at \""
              + name
              + "\" ("
              + actor.label()
              + "): "
              + failure.getMessage(),
          failure);
    }
  }

  /** Takes a step without a result. */
  void step(String name, Actor actor, Runnable deed) {
    this.<Void>step(
        name,
        actor,
        () -> {
          deed.run();
          return null;
        });
  }

  /** Makes an attempt that has to be refused; one that succeeds makes the whole report negative. */
  void refused(String attempt, Callable<?> deed) {
    try {
      deed.call();
      notRefused.add(attempt);
      out.println("  ALLOWED  " + attempt);
    } catch (Exception refusal) {
      String reason = String.valueOf(refusal.getMessage()).lines().findFirst().orElse("refused");
      refusals.add(new Refusal(attempt, reason));
      out.println("  refused  " + attempt + ": " + reason);
    }
  }

  /** Whether every step was done and every attempt refused. */
  boolean clean() {
    return notRefused.isEmpty() && steps.stream().allMatch(Step::ok);
  }

  /** Steps and refusals as they stand in the report. */
  JsonObjectBuilder report() {
    JsonArrayBuilder done = Json.createArrayBuilder();
    for (Step step : steps) {
      done.add(
          Json.createObjectBuilder()
              .add("name", step.name())
              .add("actor", step.actor().login())
              .add("ok", step.ok()));
    }
    JsonArrayBuilder denied = Json.createArrayBuilder();
    for (Refusal refusal : refusals) {
      JsonObject entry =
          Json.createObjectBuilder()
              .add("attempt", refusal.attempt())
              .add("reason", refusal.reason())
              .build();
      denied.add(entry);
    }
    return Json.createObjectBuilder().add("steps", done).add("refusals", denied);
  }
}
