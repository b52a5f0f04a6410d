package org.didaccess.launcher.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.launcher.LaunchProblem;

/** The load in a process of its own with a bounded heap; this side asks, that side loads. */
final class LoadProcess implements AutoCloseable {

  private final Process process;
  private final PrintWriter requests;
  private final BufferedReader answers;

  /**
   * What one load answered.
   *
   * @param nanos from opening the file to the commit
   * @param rows rows stored
   * @param heapMib peak of the heap so far
   */
  record Answer(long nanos, long rows, long heapMib) {}

  LoadProcess(Path file) throws IOException {
    process = BoundedJava.start(LoadChild.class);
    requests = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    requests.println(file);
  }

  Answer load(EphemeralDatabase database) throws IOException {
    // By standard input: arguments of a process can be read by others on the machine.
    requests.println(database.url() + " " + database.secretOf("did_loader"));
    String line = answers.readLine();
    if (line == null) {
      throw new LaunchProblem("The load process ended early; its message stands above.");
    }
    String[] parts = line.split(" ", 3);
    return new Answer(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
  }

  @Override
  public void close() {
    requests.close();
    try {
      process.waitFor();
    } catch (InterruptedException interrupted) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
