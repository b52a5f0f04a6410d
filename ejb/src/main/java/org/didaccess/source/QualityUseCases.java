package org.didaccess.source;

import java.time.YearMonth;
import java.util.List;
import org.didaccess.shared.InvalidInput;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;

/** Reports on the quality of what providers submit; counts alone, nothing about a patient. */
public interface QualityUseCases {

  /** The longest period of a provider's report. */
  int MOST_MONTHS = 36;

  /**
   * The report on one submission.
   *
   * @throws NotFound where there is none with this number
   */
  SubmissionQuality submission(long id);

  /**
   * A provider's months.
   *
   * @param submitter ODS code
   * @param from first month, at most {@link #MOST_MONTHS} before the last; null for the last twelve
   * @param to last month; null for the present one
   * @throws NotFound where it never submitted
   * @throws InvalidInput where the months are in the wrong order or too many
   */
  ProviderQuality provider(String submitter, YearMonth from, YearMonth to);

  /**
   * How many records of each month counted right after a submission was stored, whatever replaced
   * or withdrew them since. It reads the source once.
   *
   * @throws NotFound where there is none with this number
   */
  List<MonthCount> cut(long submission);

  /**
   * All providers that had submitted by that month, by code.
   *
   * @param month null for the present one
   */
  Page<ProviderStanding> month(YearMonth month, PageRequest page);
}
