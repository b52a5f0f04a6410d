package org.didaccess.launcher.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.db.rehearsal.OrderedRun;
import org.didaccess.launcher.LaunchProblem;
import org.didaccess.release.ExtractFormat;

/** The release in a process of its own with a bounded heap; this side asks, that side releases. */
final class ReleaseProcess implements AutoCloseable {

  private final Process process;
  private final PrintWriter requests;
  private final BufferedReader answers;

  /**
   * What one release answered.
   *
   * @param nanos from asking the guard to the finished package
   * @param rows rows released
   * @param heapMib peak of the heap so far
   * @param packageFile the package
   * @param signer the signer's public key in Base64
   */
  record Answer(long nanos, long rows, long heapMib, Path packageFile, String signer) {}

  ReleaseProcess(
      EphemeralDatabase database, Path folder, String recipient, int workers, ExtractFormat format)
      throws IOException {
    process = BoundedJava.start(ReleaseChild.class);
    requests = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    // By standard input: arguments of a process can be read by others on the machine.
    requests.println(database.url());
    requests.println(database.secretOf("did_release"));
    requests.println(database.secretOf("did_app"));
    requests.println(folder);
    requests.println(recipient);
    requests.println(workers);
    requests.println(format);
  }

  Answer release(OrderedRun run) throws IOException {
    requests.println(run.id() + " " + run.token());
    String line = answers.readLine();
    if (line == null) {
      throw new LaunchProblem("The release process ended early; its message stands above.");
    }
    String[] parts = line.split(" ", 5);
    return new Answer(
        Long.parseLong(parts[0]),
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]),
        Path.of(parts[4]),
        parts[3]);
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
