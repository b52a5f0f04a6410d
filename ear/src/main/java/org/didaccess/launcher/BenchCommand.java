package org.didaccess.launcher;

import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.didaccess.launcher.bench.AggregateBench;
import org.didaccess.launcher.bench.ExtractBench;
import org.didaccess.launcher.bench.LoadBench;
import org.didaccess.release.ExtractFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the product on this machine. */
@Command(
    name = "bench",
    description = "Measures the product on this machine, on a throw-away database.",
    subcommands = {
      BenchCommand.Extract.class,
      BenchCommand.Load.class,
      BenchCommand.Aggregate.class
    })
final class BenchCommand {

  /** Reads a format's name as it is typed. */
  static final class FormatName implements ITypeConverter<ExtractFormat> {
    @Override
    public ExtractFormat convert(String typed) {
      return ExtractFormat.valueOf(typed.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /** How much is measured, and how it is told. */
  static final class Size {

    @Option(names = "--rows", defaultValue = "1000000", description = "rows (${DEFAULT-VALUE})")
    private long rows;

    @Option(names = "--turns", defaultValue = "3", description = "turns (${DEFAULT-VALUE})")
    private int turns;

    @Option(names = "--json", description = "print one JSON object and nothing else")
    private boolean json;

    private void check() {
      if (rows < 1 || turns < 1) {
        throw new LaunchProblem("Give 1 or more for --rows and --turns.");
      }
    }

    private void print(JsonObject figures) {
      if (json) {
        System.out.println(figures);
      } else {
        figures.forEach((name, value) -> System.out.println(name + ": " + value));
      }
    }
  }

  /** Measures a release. */
  @Command(
      name = "extract",
      description = {
        "Measures a whole release of invented rows beside plain ways out, by turns:",
        "guard, two tokens, keyed order, data files, manifest, signature, encryption."
      })
  static final class Extract implements Callable<Integer> {

    @Mixin private Size size;

    @Option(
        names = "--workers",
        defaultValue = "2",
        description = "connections of the release (${DEFAULT-VALUE})")
    private int workers;

    @Option(
        names = "--format",
        defaultValue = "csv-zstd",
        converter = FormatName.class,
        description = "csv-zstd, csv-gzip, csv or parquet (${DEFAULT-VALUE})")
    private ExtractFormat format;

    @Override
    public Integer call() throws Exception {
      if (workers < 1) {
        throw new LaunchProblem("Give 1 or more for --workers.");
      }
      size.check();
      size.print(new ExtractBench(size.rows, size.turns, workers, format, System.err).run());
      return ExitCode.OK;
    }
  }

  /** Measures a load. */
  @Command(
      name = "load",
      description = {
        "Measures check and load of a submission of invented rows beside one connection's plain",
        "COPY of the same file into one logged table without indexes, by turns."
      })
  static final class Load implements Callable<Integer> {

    @Mixin private Size size;

    @Override
    public Integer call() throws Exception {
      size.check();
      size.print(new LoadBench(size.rows, size.turns, System.err).run());
      return ExitCode.OK;
    }
  }

  /** Measures counts. */
  @Command(
      name = "aggregate",
      description = {
        "Measures the counts of an aggregate release of invented rows, with totals, suppression and",
        "rounding, beside the bare GROUP BY over the same rows, by turns."
      })
  static final class Aggregate implements Callable<Integer> {

    @Mixin private Size size;

    @Override
    public Integer call() throws Exception {
      size.check();
      size.print(new AggregateBench(size.rows, size.turns, System.err).run());
      return ExitCode.OK;
    }
  }
}
