package org.didaccess.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Acts of whoever has the machine, not of anybody who signs in. */
@Command(
    name = "admin",
    description = "Sets up the first account, and looks after the keys.",
    subcommands = {AdminCommand.Create.class, RotateMasterKeyCommand.class})
final class AdminCommand {

  /** Makes the first administrator. */
  @Command(
      name = "create",
      description = {
        "Makes the first administrator and prints a one-time link to set the password.",
        "Refused once an administrator has set a password."
      })
  static final class Create implements Callable<Integer> {

    @Parameters(
        paramLabel = "LOGIN",
        arity = "0..1",
        defaultValue = "administrator",
        description = "The login name (default: ${DEFAULT-VALUE}).")
    private String login;

    @Override
    public Integer call() {
      Settings settings = Settings.ofThisProcess();
      settings.home().prepare();
      Progress progress = new Progress(System.err, settings.home().folder());
      try (progress;
          MainDatabase main = MainDatabase.open(settings, progress)) {
        String token = FirstAdministrator.token(main.database(), login);
        System.out.println(
            "Open this link within seven days and set a password for " + login + ":");
        System.out.println(settings.baseUrl() + "/one-time-link.xhtml?token=" + token);
      }
      return ExitCode.OK;
    }
  }
}
