package org.didaccess.pseudonym;

import java.util.Map;
import java.util.Optional;

/**
 * The keys of one release.
 *
 * @param tokens gives the tokens of people and records
 * @param watermark marks record tokens; nothing where the rows are invented and go to anybody
 * @param ofColumns keys of other agreements by column of the opened view, for a bridge between them
 */
public record ReleaseKeys(
    TokenKey tokens, Optional<WatermarkKey> watermark, Map<String, TokenKey> ofColumns) {

  /** Nothing can change later. */
  public ReleaseKeys {
    ofColumns = Map.copyOf(ofColumns);
  }

  /** Keys of a release whose tokens are all of its own agreement. */
  public ReleaseKeys(TokenKey tokens, Optional<WatermarkKey> watermark) {
    this(tokens, watermark, Map.of());
  }

  /** The same, where some columns have tokens of other agreements. */
  public ReleaseKeys bridging(Map<String, TokenKey> others) {
    return new ReleaseKeys(tokens, watermark, others);
  }

  /** The key for the tokens of people in a column of the opened view. */
  public TokenKey of(String column) {
    return ofColumns.getOrDefault(column, tokens);
  }

  /** Keys that mark each record token for its recipient. */
  public static ReleaseKeys marked(TokenKey tokens, WatermarkKey watermark) {
    return new ReleaseKeys(tokens, Optional.of(watermark));
  }

  /** Keys for invented rows, which need no mark. */
  public static ReleaseKeys unmarked(TokenKey tokens) {
    return new ReleaseKeys(tokens, Optional.empty());
  }
}
