package org.didaccess.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process that does one piece of work, says when it begins and when it is done. */
final class Labourer {

  /** What the process writes as its work begins. */
  static final String BEGUN = "begun";

  /** What the process writes when all of its work is done. */
  static final String DONE = "done";

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final BufferedReader answers;
  private final Path complaints;

  private Labourer(Process process, Path complaints) {
    this.process = process;
    this.complaints = complaints;
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /**
   * Starts a process and returns as its work begins.
   *
   * @param task what its settings are read by, a line each
   * @param folder where its complaints go
   */
  static Labourer begin(Class<?> task, List<String> settings, Path folder) throws IOException {
    Path complaints = folder.resolve("complaints");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                task.getName())
            .redirectError(complaints.toFile())
            .start();
    Labourer labourer = new Labourer(process, complaints);
    // By standard input: arguments of a process can be read by others on the machine.
    try (PrintWriter requests =
        new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8)) {
      settings.forEach(requests::println);
    }
    labourer.mustSay(BEGUN);
    return labourer;
  }

  boolean isAtWork() {
    return process.isAlive();
  }

  /** By its handle: what it had answered before can still be read. */
  void kill() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  /** Waits for the end of the process, and says whether the work was told to be done. */
  boolean saysDone() throws IOException, InterruptedException {
    String answer = answers.readLine();
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("the end").isTrue();
    return DONE.equals(answer);
  }

  /** Waits for the end of work that nobody disturbs. */
  void mustBeDone() throws IOException, InterruptedException {
    mustSay(DONE);
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("the end").isTrue();
  }

  private void mustSay(String word) throws IOException {
    String answer = answers.readLine();
    assertThat(answer).as(() -> complaints()).isEqualTo(word);
  }

  private String complaints() {
    try {
      return Files.readString(complaints);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }
}
