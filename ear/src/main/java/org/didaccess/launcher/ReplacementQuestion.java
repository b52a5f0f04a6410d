package org.didaccess.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;
import javax.sql.DataSource;
import org.didaccess.source.CheckReport;
import org.didaccess.source.Replacement;
import org.didaccess.source.SubmissionSummary;
import org.didaccess.source.infrastructure.JdbcSubmissionStore;

/** Shows how many rows go and how many come, and asks whether that is meant. */
final class ReplacementQuestion {

  private final SubmissionSummary old;
  private final boolean isAnswered;

  /**
   * A question.
   *
   * @param submission the submission that is to be replaced
   * @param isAnswered whether the answer is yes without asking
   */
  ReplacementQuestion(long submission, DataSource loader, boolean isAnswered) {
    this.old =
        new JdbcSubmissionStore(loader)
            .find(submission)
            .orElseThrow(
                () -> new LaunchProblem("There is no submission " + submission + " to replace."));
    this.isAnswered = isAnswered;
  }

  /** What was confirmed; the database holds to these numbers. */
  Replacement confirmed(CheckReport check) throws IOException {
    PrintStream screen = System.err;
    screen.printf(
        Locale.UK,
        "Submission %d of %s for %s, received on %s, brought %,d rows.%n"
            + "This file brings %,d. They take the place of all of those.%n",
        old.id(),
        old.submitter(),
        old.reportingMonth(),
        old.receivedOn(),
        old.accepted(),
        check.accepted());
    if (!isAnswered && !isYes(screen)) {
      throw new LaunchProblem("Nothing was replaced. Answer yes, or give --yes, to replace.");
    }
    return new Replacement(old.id(), old.accepted(), check.accepted());
  }

  private static boolean isYes(PrintStream screen) throws IOException {
    screen.print("Replace them? Type yes: ");
    screen.flush();
    // Standard input is the process's own and stays open.
    String answer =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
    return answer != null && answer.strip().equalsIgnoreCase("yes");
  }
}
