package org.didaccess.source.application;

/** Where findings are written. */
public interface FindingLog {

  /** Writes one finding. */
  void add(Finding finding);

  /** Writes that the whole file is rejected, and why. Findings written before no longer matter. */
  void fileRejected(Finding finding);
}
