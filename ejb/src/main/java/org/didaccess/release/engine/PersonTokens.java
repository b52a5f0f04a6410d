package org.didaccess.release.engine;

import java.util.Arrays;
import org.didaccess.pseudonym.TokenKey;
import org.didaccess.pseudonym.Tokeniser;

/**
 * The tokens of one column of people: of the agreement, or of one that a bridge joins. Several
 * examinations of one visit often stand together: the same person's token is kept.
 */
final class PersonTokens {

  private final Tokeniser tokeniser;
  private final byte[] token = new byte[Tokeniser.TOKEN_LENGTH];
  private byte[] before = {};

  PersonTokens(TokenKey key) {
    tokeniser = key.tokeniser();
  }

  /** The token of a person, good until the next one is asked for. */
  byte[] of(byte[] reference, int offset, int length) {
    if (!Arrays.equals(reference, offset, offset + length, before, 0, before.length)) {
      tokeniser.token(Tokeniser.Domain.PERSON, reference, offset, length, token);
      before = Arrays.copyOfRange(reference, offset, offset + length);
    }
    return token;
  }
}
