package org.didaccess.launcher;

import jakarta.json.JsonObject;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.didaccess.launcher.demo.Demonstration;
import org.didaccess.launcher.demo.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Walks the main job over the REST interface. */
@Command(
    name = "demo",
    description = {
      "Walks the main job with real accounts over the product's own REST interface: application,",
      "two controllers' decisions, agreement, release, verified package, workspace; and makes every",
      "attempt that has to be refused.",
      "Plays against the product at DID_PORT if it runs, else starts it on DID_HOME and stops it."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every step was done, every attempt refused, the package verified",
      "1:something was allowed that must not be, or the package was not verified",
      "70:a step failed"
    })
final class DemoCommand implements Callable<Integer> {

  @Option(names = "--json", description = "Standard output is one JSON object alone.")
  private boolean json;

  @Override
  public Integer call() {
    Settings settings = Settings.ofThisProcess();
    PrintStream out = json ? System.err : System.out;
    try (Stage stage = Stage.open(settings, System.err)) {
      Demonstration demonstration = new Demonstration(stage, out);
      demonstration.prepare();
      JsonObject report = demonstration.play();
      if (json) {
        System.out.println(report);
      } else {
        out.println("Package: " + report.getString("package"));
      }
      return demonstration.clean() && report.getBoolean("verified")
          ? ExitCode.OK
          : ExitCode.NEGATIVE;
    }
  }
}
