package org.didaccess.release;

import java.util.UUID;
import org.didaccess.identity.Confirmation;

/**
 * Orders an extract under an active agreement. Who orders it is the one who prepares it.
 *
 * @param agreement the agreement
 * @param requestedBy the person on the recipient's side who asked for it; never the caller
 * @param recipientOrganisation the organisation that receives it
 * @param recipientKey the recipient's key as the agreement names it, of age or OpenPGP
 * @param format the form of the data files; CSV with zstd where none is named
 * @param confirmation the caller's secret
 */
public record OrderExtract(
    UUID agreement,
    UUID requestedBy,
    UUID recipientOrganisation,
    String recipientKey,
    ExtractFormat format,
    Confirmation confirmation) {

  /** CSV with zstd, where no format is named. */
  public OrderExtract {
    format = format == null ? ExtractFormat.CSV_ZSTD : format;
  }
}
