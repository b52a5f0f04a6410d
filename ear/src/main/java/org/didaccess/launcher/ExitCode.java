package org.didaccess.launcher;

/** What a command's exit code says; the same for every command. */
public final class ExitCode {
  /** Done, or: the answer is yes. */
  public static final int OK = 0;

  /** It worked, and the answer is no: a check failed, a file is not right. */
  public static final int NEGATIVE = 1;

  /** Wrong usage, or: the answer is not known. */
  public static final int UNKNOWN = 2;

  /** It did not work; the message says what to do. */
  public static final int FAILED = 70;

  private ExitCode() {}
}
