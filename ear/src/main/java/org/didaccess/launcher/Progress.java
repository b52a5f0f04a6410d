package org.didaccess.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/**
 * Tells on standard error what is being done and how long it will still take, by how long each step
 * took the last time on this data folder.
 */
public final class Progress implements AutoCloseable {
  private static final long WORTH_TELLING_MS = 2_000;

  private final PrintStream out;
  private final Path memory;
  private final Properties lastTimes = new Properties();
  private String step;
  private long startedAt;
  private long lastTold;

  public Progress(PrintStream out, Path folder) {
    this.out = out;
    this.memory = folder.resolve("step-times.properties");
    try (var reader = Files.newBufferedReader(memory)) {
      lastTimes.load(reader);
    } catch (NoSuchFileException e) {
      lastTimes.clear();
    } catch (IOException e) {
      throw new LaunchProblem("Cannot read " + memory, e);
    }
  }

  /** Ends the step before and begins another. */
  public void begin(String newStep, String sentence) {
    end();
    step = newStep;
    startedAt = System.nanoTime();
    lastTold = startedAt;
    long expected = expectedMs();
    out.println(
        sentence + (expected > WORTH_TELLING_MS ? ", about " + seconds(expected) + " s" : ""));
  }

  /** Called now and then while a step goes on: tells the time left every few seconds. */
  public void tick() {
    long now = System.nanoTime();
    if (step == null || (now - lastTold) / 1_000_000 < 5 * WORTH_TELLING_MS / 2) {
      return;
    }
    lastTold = now;
    long elapsed = (now - startedAt) / 1_000_000;
    long left = expectedMs() - elapsed;
    out.println(
        "  "
            + seconds(elapsed)
            + " s so far"
            + (left > 0 ? ", about " + seconds(left) + " s left" : ""));
  }

  private long expectedMs() {
    return Long.parseLong(lastTimes.getProperty(step, "0"));
  }

  private void end() {
    if (step != null) {
      long took = Duration.ofNanos(System.nanoTime() - startedAt).toMillis();
      lastTimes.setProperty(step, Long.toString(took));
      step = null;
    }
  }

  private static long seconds(long milliseconds) {
    return Math.max(1, Math.round(milliseconds / 1000.0));
  }

  /** Ends the last step and remembers the times. */
  @Override
  public void close() {
    end();
    try (var writer = Files.newBufferedWriter(memory)) {
      lastTimes.store(writer, null);
    } catch (IOException e) {
      throw new LaunchProblem("Cannot write " + memory, e);
    }
  }
}
