package org.didaccess.release.bag;

import java.util.List;

/**
 * What the check of a package found.
 *
 * @param outcome the verdict
 * @param findings what is wrong, file by file; empty unless tampered
 * @param stated which release it is by its own proof
 * @param rows rows counted in the data files
 * @param keyId short name of the key that the package says signed it
 */
public record Verification(
    Outcome outcome, List<Finding> findings, StatedRelease stated, long rows, String keyId) {

  /** The list cannot change later. */
  public Verification {
    findings = List.copyOf(findings);
  }

  /** The verdict; the number is the exit code of {@code ./did verify}. */
  public enum Outcome {
    /** Intact, and signed by the given signer. */
    VERIFIED(0),
    /** Changed, cut short, or signed by somebody else. */
    TAMPERED(1),
    /** Says that its rows are invented, and has no proof and no signature: never verified. */
    SYNTHETIC(1),
    /** Intact in itself, but no signer's key was given. */
    ORIGIN_UNKNOWN(2);

    private final int exitCode;

    Outcome(int exitCode) {
      this.exitCode = exitCode;
    }

    /** The exit code. */
    public int exitCode() {
      return exitCode;
    }
  }

  /**
   * One thing that is wrong.
   *
   * @param file the file in the package
   * @param problem what is wrong with it
   */
  public record Finding(String file, String problem) {}
}
