package org.didaccess.pseudonym;

import java.util.Arrays;

/**
 * Writes and recognises the mark in a record token. A token has 16 bytes: the first {@value
 * #JOIN_LENGTH} join rows wherever the agreement's key gave them, the last {@value #MARK_LENGTH}
 * are a keyed function of the first, of the agreement and of the recipient. So every single row
 * carries its mark, whatever was dropped or sorted, and carries the same in every refresh. Not safe
 * for use by several threads at once.
 */
public final class Watermark {

  /** Bytes of a record token that join, from its start: 96 bits. */
  public static final int JOIN_LENGTH = 12;

  /** Bytes of a record token that are the mark, at its end: 32 bits. */
  public static final int MARK_LENGTH = Tokeniser.TOKEN_LENGTH - JOIN_LENGTH;

  private final Tokeniser tokeniser;
  private final byte[] mark = new byte[Tokeniser.TOKEN_LENGTH];

  Watermark(Tokeniser tokeniser) {
    this.tokeniser = tokeniser;
  }

  /** Puts the mark in place of the last {@value #MARK_LENGTH} bytes of a record token. */
  public void write(byte[] recordToken) {
    compute(recordToken);
    System.arraycopy(mark, 0, recordToken, JOIN_LENGTH, MARK_LENGTH);
  }

  /** Whether a record token carries this mark. An unrelated token does once in 2³² times. */
  public boolean isIn(byte[] recordToken) {
    compute(recordToken);
    return Arrays.equals(mark, 0, MARK_LENGTH, recordToken, JOIN_LENGTH, Tokeniser.TOKEN_LENGTH);
  }

  private void compute(byte[] recordToken) {
    tokeniser.token(Tokeniser.Domain.MARK, recordToken, 0, JOIN_LENGTH, mark);
  }
}
