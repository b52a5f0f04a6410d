package org.didaccess.launcher;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.didaccess.launcher.demo.Demonstration;
import org.didaccess.launcher.demo.Stage;
import picocli.CommandLine.Command;

/** Starts the whole product and stays until it is stopped. */
@Command(
    name = "up",
    description = {
      "Starts the whole product: databases, demonstration data, application server.",
      "Ctrl-C stops all of it; the data stay in DID_HOME."
    })
final class UpCommand implements Callable<Integer> {
  @Override
  public Integer call() throws InterruptedException {
    PrintStream out = System.out;
    Settings settings = Settings.ofThisProcess();
    Product product = new Product(settings, out);
    Supervisor supervisor = new Supervisor(product, out);
    StopGuard guard = StopGuard.of(() -> stop(supervisor, product, out));
    try {
      if (!settings.demonstration() && Stage.wasSet(settings)) {
        throw new LaunchProblem(
            "The data folder "
                + settings.home().folder()
                + " holds demonstration accounts. Choose another with DID_HOME.");
      }
      product.start();
      if (settings.demonstration()) {
        out.println("Preparing the demonstration");
        Demonstration.set(settings, product.databases().main());
      }
      greet(out, settings);
      supervisor.watch();
      return ExitCode.OK;
    } finally {
      guard.close();
    }
  }

  /** A start that failed is told by its problem alone. */
  private static void stop(Supervisor supervisor, Product product, PrintStream out) {
    supervisor.stop();
    if (!StopGuard.isStopping()) {
      product.close();
      return;
    }
    out.println("Stopping …");
    product.close();
    out.println("Stopped. The data stay in " + product.settings().home().folder());
  }

  private static void greet(PrintStream out, Settings settings) {
    out.println();
    out.println("DID Access is ready at " + settings.baseUrl() + "/");
    if (settings.demonstration()) {
      out.println("Demonstration accounts, all invented, with the password");
      out.println("  " + Stage.secret(settings));
      Demonstration.accounts().forEach(account -> out.println("  " + account));
    }
    out.println("Data folder: " + settings.home().folder());
    out.println("Ctrl-C stops it.");
  }
}
