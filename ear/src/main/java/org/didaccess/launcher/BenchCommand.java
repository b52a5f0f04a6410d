package org.didaccess.launcher;

import java.util.concurrent.Callable;
import org.didaccess.launcher.bench.ExtractBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the product on this machine. */
@Command(
    name = "bench",
    description = "Measures the product on this machine, on a throw-away database.",
    subcommands = BenchCommand.Extract.class)
final class BenchCommand {

  /** Measures a release. */
  @Command(
      name = "extract",
      description = {
        "Measures a whole release of invented rows beside two plain copies, by turns:",
        "guard, two tokens, keyed order, zstd CSV, manifest, signature, encryption."
      })
  static final class Extract implements Callable<Integer> {

    @Option(names = "--rows", defaultValue = "1000000", description = "rows (${DEFAULT-VALUE})")
    private long rows;

    @Option(names = "--turns", defaultValue = "3", description = "turns (${DEFAULT-VALUE})")
    private int turns;

    @Option(
        names = "--workers",
        defaultValue = "2",
        description = "connections of the release (${DEFAULT-VALUE})")
    private int workers;

    @Option(names = "--json", description = "print one JSON object and nothing else")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      if (rows < 1 || turns < 1 || workers < 1) {
        throw new LaunchProblem("Give 1 or more for --rows, --turns and --workers.");
      }
      var figures = new ExtractBench(rows, turns, workers, System.err).run();
      if (json) {
        System.out.println(figures);
      } else {
        figures.forEach((name, value) -> System.out.println(name + ": " + value));
      }
      return ExitCode.OK;
    }
  }
}
