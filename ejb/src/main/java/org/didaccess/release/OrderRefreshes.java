package org.didaccess.release;

import java.util.UUID;
import org.didaccess.identity.Confirmation;

/**
 * Orders a refresh every month under an active agreement.
 *
 * @param agreement the agreement
 * @param requestedBy the person on the recipient's side who asked for it; never the caller
 * @param recipientOrganisation the organisation that receives it
 * @param recipientKey the recipient's key as the agreement names it, of age or OpenPGP
 * @param format the form of the data files; CSV with zstd where none is named
 * @param content all rows every month, or changes; all rows where nothing is named
 * @param dayOfMonth from which day of each month on it is prepared, 1 to 28
 * @param confirmation the caller's secret
 */
public record OrderRefreshes(
    UUID agreement,
    UUID requestedBy,
    UUID recipientOrganisation,
    String recipientKey,
    ExtractFormat format,
    RefreshContent content,
    int dayOfMonth,
    Confirmation confirmation) {

  /** Where nothing is named: all rows, as CSV with zstd. */
  public OrderRefreshes {
    format = format == null ? ExtractFormat.CSV_ZSTD : format;
    content = content == null ? RefreshContent.FULL : content;
  }
}
