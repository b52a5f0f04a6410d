package org.didaccess.agreement.domain;

import java.util.Optional;
import java.util.UUID;

/** Keeps agreements. */
public interface AgreementRepository {

  /** The agreement, if there is one. */
  Optional<DataSharingAgreement> find(UUID id);

  /** The agreement, locked until the transaction ends. */
  Optional<DataSharingAgreement> findLocked(UUID id);

  /** Keeps a new agreement. */
  void add(DataSharingAgreement agreement);

  /** The next reference, such as {@code DSA-000042-v1}. */
  String nextReference();
}
