package org.didaccess.launcher;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.didaccess.pseudonym.infrastructure.FileWatermarkKeys;
import org.didaccess.pseudonym.infrastructure.KeyFolders;
import org.didaccess.release.TraceReport;
import org.didaccess.release.infrastructure.JdbcReleaseLedger;
import org.didaccess.release.trace.LeakTracer;
import org.didaccess.shared.InvalidInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Names whose copy a leaked file is. */
@Command(
    name = "trace",
    description = {
      "Names the agreement and the recipient whose mark a leaked file carries, however its rows were",
      "sorted, cut or joined to others: one column of record tokens is enough.",
      "Works beside the running product, or starts its database for as long as it takes."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:named",
      "1:the file carries nobody's mark",
      "2:there is no record token in the file, or wrong usage",
      "70:it did not work; the message says what to do"
    })
final class TraceCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      description =
          "the leaked file: any text, plain or compressed with gzip or zstd; unpack a package first")
  private Path file;

  @Option(names = "--json", description = "print one JSON object and nothing else")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    TraceReport report = trace();
    PrintStream out = System.out;
    if (json) {
      out.println(toJson(report));
    } else {
      tell(report, out);
    }
    if (report.tokensRead() == 0) {
      return ExitCode.UNKNOWN;
    }
    return report.named().isEmpty() ? ExitCode.NEGATIVE : ExitCode.OK;
  }

  private TraceReport trace() throws IOException {
    Settings settings = Settings.ofThisProcess();
    settings.home().prepare();
    PrintStream screen = System.err;
    try (InputStream leaked = TimedFile.open(file, screen);
        Progress progress = new Progress(screen, settings.home().folder());
        MainDatabase database = MainDatabase.open(settings, progress)) {
      return new LeakTracer(
              new JdbcReleaseLedger(database.application()).recipients(),
              new FileWatermarkKeys(KeyFolders.under(settings.home().folder()))::of)
          .trace(leaked);
    } catch (InvalidInput broken) {
      throw new LaunchProblem(broken.getMessage(), broken);
    }
  }

  private static void tell(TraceReport report, PrintStream out) {
    if (report.tokensRead() == 0) {
      out.println(TraceReport.NO_TOKENS);
      return;
    }
    out.printf(
        Locale.UK,
        "%,d tokens read, %,d different ones tested against %,d recipients.%n",
        report.tokensRead(),
        report.tokensTested(),
        report.recipientsTested());
    if (report.named().isEmpty()) {
      out.println("No recipient's mark is in the file.");
    }
    for (TraceReport.Named each : report.named()) {
      out.printf(
          Locale.UK,
          "Agreement %s, received by %s: %,d tokens carry the mark. Chance of a false match: %s.%n",
          each.agreementReference(),
          each.recipientName(),
          each.matches(),
          each.falseMatch());
    }
  }

  private static String toJson(TraceReport report) {
    JsonArrayBuilder named = Json.createArrayBuilder();
    report
        .named()
        .forEach(
            each ->
                named.add(
                    Json.createObjectBuilder()
                        .add("agreement", each.agreementReference())
                        .add("recipient", each.recipientName())
                        .add("matches", each.matches())
                        .add("false_match_log10", each.falseMatchLog10())));
    return Json.createObjectBuilder()
        .add("tokens_read", report.tokensRead())
        .add("tokens_tested", report.tokensTested())
        .add("recipients_tested", report.recipientsTested())
        .add("named", named)
        .build()
        .toString();
  }
}
