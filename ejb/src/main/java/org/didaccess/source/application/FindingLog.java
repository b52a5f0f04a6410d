package org.didaccess.source.application;

/** Where findings are written. */
public interface FindingLog {

  /** Writes one finding. */
  void add(Finding finding);

  /** Writes that the whole file is rejected, and why. What was found until then stays. */
  void fileRejected(Finding finding);
}
