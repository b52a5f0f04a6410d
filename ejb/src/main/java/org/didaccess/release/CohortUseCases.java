package org.didaccess.release;

import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.source.CohortReport;
import org.didaccess.source.InvalidSubmissionException;

/** The people of a recipient's own file, to whom an approval can be limited. */
public interface CohortUseCases {

  /**
   * Matches a cohort file (data manager); it takes the place of the one before.
   *
   * @param file CSV: {@code study_id, nhs_number, birth_date, gender, postcode}
   * @throws InvalidSubmissionException where it cannot be taken; the message says what to do
   */
  CohortReport load(InputStream file, UUID agreement);

  /**
   * How the people of the cohort that counts were found; for who may see the agreement's extracts.
   */
  Optional<CohortReport> report(UUID agreement);
}
