package org.didaccess.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How the capabilities that judge an application move it. Each move is checked by the application's
 * own table, recorded and told to who listens, in the caller's transaction.
 */
public interface ApplicationProgress {

  /**
   * What is under judgement.
   *
   * @param application the application
   * @param reference its reference
   * @param title its short name
   * @param version the version submitted last
   * @param digest the digest of its selection
   * @param selection its selection
   * @param status where the application stands
   * @param statusSince since when
   * @param applicant who applied
   * @param organisation for which organisation
   * @param dataSet the data set's code
   */
  record Judged(
      UUID application,
      String reference,
      String title,
      UUID version,
      String digest,
      UUID selection,
      ApplicationStatus status,
      Instant statusSince,
      UUID applicant,
      UUID organisation,
      String dataSet) {}

  /**
   * The application, locked until the transaction ends, so that two decisions do not miss each
   * other.
   *
   * @throws org.didaccess.shared.NotFound where there is none that was submitted
   */
  Judged judged(UUID application);

  /**
   * The same without the lock, for pages.
   *
   * @throws org.didaccess.shared.NotFound where there is none that was submitted
   */
  Judged seen(UUID application);

  /**
   * The application to which a version belongs.
   *
   * @throws org.didaccess.shared.NotFound where there is no such version
   */
  UUID applicationOf(UUID version);

  /** Triage passes it to these slots. */
  void accept(UUID application, long expectedVersion, List<UUID> controllerships);

  /** Triage sends it back. */
  void returnFromTriage(UUID application, long expectedVersion, String questions);

  /** The controllers' questions send it back. */
  void returnWithQuestions(UUID application, String questions);

  /** A controller said no. */
  void reject(UUID application, String reason);

  /** Every controller approved, but less than was asked for. */
  void narrow(UUID application);

  /** Every controller approved exactly what is asked for. */
  void approve(UUID application);

  /** An approval was taken back. */
  void reopen(UUID application);
}
