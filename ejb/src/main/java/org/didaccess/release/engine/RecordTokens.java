package org.didaccess.release.engine;

import java.util.Optional;
import org.didaccess.pseudonym.ReleaseKeys;
import org.didaccess.pseudonym.Tokeniser;
import org.didaccess.pseudonym.Watermark;
import org.didaccess.pseudonym.WatermarkKey;

/** The tokens of records under the agreement's key, with the recipient's mark. */
final class RecordTokens {

  private final Tokeniser tokeniser;
  private final Optional<Watermark> watermark;
  private final byte[] token = new byte[Tokeniser.TOKEN_LENGTH];

  RecordTokens(ReleaseKeys keys) {
    tokeniser = keys.tokens().tokeniser();
    watermark = keys.watermark().map(WatermarkKey::watermark);
  }

  /** Makes the token of a record; it stands in {@link #token()} until the next one. */
  void make(byte[] reference, int offset, int length) {
    tokeniser.token(Tokeniser.Domain.RECORD, reference, offset, length, token);
    watermark.ifPresent(mark -> mark.write(token));
  }

  byte[] token() {
    return token;
  }
}
