package org.didaccess.pseudonym;

import java.util.Optional;

/**
 * The keys of one release.
 *
 * @param tokens gives the tokens of people and records
 * @param watermark marks record tokens; nothing where the rows are invented and go to anybody
 */
public record ReleaseKeys(TokenKey tokens, Optional<WatermarkKey> watermark) {

  /** Keys that mark each record token for its recipient. */
  public static ReleaseKeys marked(TokenKey tokens, WatermarkKey watermark) {
    return new ReleaseKeys(tokens, Optional.of(watermark));
  }

  /** Keys for invented rows, which need no mark. */
  public static ReleaseKeys unmarked(TokenKey tokens) {
    return new ReleaseKeys(tokens, Optional.empty());
  }
}
