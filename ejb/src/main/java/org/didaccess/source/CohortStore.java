package org.didaccess.source;

import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/** Where cohort files are matched. Nothing of a file stays but which person has which study id. */
public interface CohortStore {

  /**
   * Matches a file, all or nothing; it takes the place of the one before. An agreement has so many
   * loads a day and no more.
   *
   * @param file CSV with the columns {@code study_id, nhs_number, birth_date, gender, postcode},
   *     plain or compressed with gzip or zstd
   * @param agreement an agreement in force whose approval is for a cohort
   * @throws InvalidSubmissionException where it cannot be taken; the message says what to do
   */
  CohortReport load(InputStream file, UUID agreement);

  /** The cohort that counts for an agreement. */
  Optional<CohortReport> latest(UUID agreement);
}
