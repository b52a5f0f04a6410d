package org.didaccess.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.didaccess.audit.application.OfflineCheck;
import org.didaccess.audit.domain.MalformedCheckpointException;
import org.didaccess.audit.domain.SignedCheckpoint;
import org.didaccess.audit.domain.SignerKey;
import org.didaccess.audit.domain.TrailVerdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves an exported audit trail against checkpoints kept elsewhere; needs no server. */
@Command(
    name = "verify-audit",
    description = {
      "Checks an exported audit trail offline.",
      "With a checkpoint that you kept, every changed, removed or inserted row that it covers is"
          + " found, and a trail that was rewritten as a whole; without one the newest rows stay"
          + " unproven."
    })
final class VerifyAuditCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "EXPORT", description = "The exported trail (JSON lines).")
  private Path export;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "A checkpoint that you kept; may be given several times.")
  private List<Path> checkpoints = new ArrayList<>();

  @Option(
      names = "--signer",
      paramLabel = "KEY",
      description = "The signer's public key that you kept: a file, or the text itself.")
  private String signer;

  @Override
  public Integer call() {
    List<SignedCheckpoint> held = new ArrayList<>();
    for (Path file : checkpoints) {
      held.add(checkpoint(file));
    }
    Optional<SignerKey> known = Optional.ofNullable(signer).map(VerifyAuditCommand::signerKey);
    try (BufferedReader rows = reader(export)) {
      TrailVerdict verdict = new OfflineCheck(held, known).check(rows);
      return tell(verdict, known);
    } catch (IOException e) {
      throw LaunchProblem.unreadable(export, e);
    }
  }

  private int tell(TrailVerdict verdict, Optional<SignerKey> known) {
    PrintWriter out = spec.commandLine().getOut();
    if (!verdict.intact()) {
      out.println(
          "NOT INTACT: " + verdict.problemCount() + " findings in " + verdict.rows() + " rows.");
      verdict.problems().forEach(problem -> out.println("  " + problem));
      return ExitCode.NEGATIVE;
    }
    if (checkpoints.isEmpty()) {
      out.println(
          "Intact, but the newest rows are unproven: "
              + verdict.rows()
              + " rows agree with one another.");
      out.println("Give a checkpoint that you kept with --checkpoint to prove them.");
      return ExitCode.UNKNOWN;
    }
    long newer = verdict.rows() - verdict.provenRows();
    out.println("Proven: the first " + verdict.provenRows() + " rows are complete and unchanged.");
    if (newer > 0) {
      out.println(
          newer + " newer rows agree with the closing checkpoint; a later checkpoint proves them.");
    }
    if (known.isEmpty()) {
      out.println("Intact, origin unknown: give the signer's key with --signer.");
      return ExitCode.UNKNOWN;
    }
    out.println("Signed by " + known.get().name() + ".");
    return ExitCode.OK;
  }

  /**
   * Bytes that are no text are replaced, so that they fail as a changed row and not as an error.
   */
  private static BufferedReader reader(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
  }

  private static SignedCheckpoint checkpoint(Path file) {
    try {
      return SignedCheckpoint.parse(Files.readString(file));
    } catch (IOException e) {
      throw LaunchProblem.unreadable(file, e);
    } catch (MalformedCheckpointException e) {
      throw new LaunchProblem(file + " is not a checkpoint. " + e.getMessage(), e);
    }
  }

  /** A file where there is one of that name, otherwise the key's text. */
  private static SignerKey signerKey(String given) {
    try {
      boolean isText = given.indexOf('+') >= 0 && !Files.exists(Path.of(given));
      return SignerKey.parse(isText ? given : Files.readString(Path.of(given)));
    } catch (IOException e) {
      throw new LaunchProblem("The signer's key " + given + " cannot be read.", e);
    } catch (MalformedCheckpointException e) {
      throw new LaunchProblem(given + " is not a signer's key. " + e.getMessage(), e);
    }
  }
}
