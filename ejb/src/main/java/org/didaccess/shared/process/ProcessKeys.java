package org.didaccess.shared.process;

/** Keys of the processes, as pages name them when they ask for a diagram. */
public final class ProcessKeys {
  /** Business key: the id of the application. */
  public static final String DATA_ACCESS_APPLICATION = "data-access-application";

  /** Business key: the id of the agreement. */
  public static final String AGREEMENT_TERM = "agreement-term";

  /** Business key: the id of the run. */
  public static final String EXTRACT_RELEASE = "extract-release";

  /** Business key: the id of the workspace. */
  public static final String SDE_WORKSPACE = "sde-workspace";

  private ProcessKeys() {}
}
