package org.didaccess.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs one of PostgreSQL's programs to its end. PostgreSQL refuses to run as root; then the program
 * is put into a user namespace in which it is nobody.
 */
final class PostgresProgram {
  private final PostgresBinaries binaries;
  private final boolean root;

  PostgresProgram(PostgresBinaries binaries) {
    this.binaries = binaries;
    this.root = "root".equals(System.getProperty("user.name"));
  }

  /** What a program said, and whether it succeeded. */
  record Outcome(int exitCode, String output) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }

  /**
   * Runs the program with some lines on its standard input. Its output goes through a file: a
   * server that it leaves behind would hold a pipe open.
   */
  Outcome run(Duration limit, String input, String program, List<String> arguments) {
    Path output = null;
    try {
      output = Files.createTempFile("did-access-", ".out");
      Process process = start(output, program, arguments);
      try (var stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      }
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return new Outcome(-1, "no answer from " + program + " within " + limit.toSeconds() + " s");
      }
      return new Outcome(process.exitValue(), Files.readString(output).strip());
    } catch (IOException e) {
      throw new DatabaseProblem("Cannot run PostgreSQL's " + program + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseProblem("Interrupted while " + program + " ran", e);
    } finally {
      PrivateFiles.deleteTree(output);
    }
  }

  Outcome run(Duration limit, String program, List<String> arguments) {
    return run(limit, "", program, arguments);
  }

  private Process start(Path output, String program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (root) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(binaries.program(program).toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("DID_"));
    environment.put("LC_ALL", "C");
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    return builder.start();
  }
}
