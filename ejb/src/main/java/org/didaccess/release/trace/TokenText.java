package org.didaccess.release.trace;

import java.io.IOException;
import java.io.InputStream;
import org.didaccess.pseudonym.Tokeniser;

/**
 * Finds tokens in text of any kind: 32 hexadecimal digits in a row, in either case, or with the
 * dashes of a UUID. Zero bytes are passed over, so that text in UTF-16 is read as well.
 */
final class TokenText {

  private static final int DIGITS = 2 * Tokeniser.TOKEN_LENGTH;
  private static final int DASHES_OF_UUID = 4;
  private static final int BUFFER = 1 << 16;

  /** Takes each token that was found; the array is used again for the next. */
  interface Found {
    void token(byte[] token);
  }

  private final Found found;
  private final byte[] token = new byte[Tokeniser.TOKEN_LENGTH];
  private int digits;
  private int dashes;

  private TokenText(Found found) {
    this.found = found;
  }

  static void read(InputStream text, Found found) throws IOException {
    TokenText reader = new TokenText(found);
    byte[] buffer = new byte[BUFFER];
    for (int count = text.read(buffer); count >= 0; count = text.read(buffer)) {
      for (int i = 0; i < count; i++) {
        reader.take(buffer[i]);
      }
    }
    reader.end();
  }

  private void take(byte value) {
    int digit = Character.digit(value, 16);
    if (digit >= 0) {
      digit(digit);
    } else if (value == '-' && isPlaceOfDash()) {
      dashes++;
    } else if (value != 0) {
      end();
    }
  }

  private void digit(int digit) {
    if (digits < DIGITS) {
      int place = digits / 2;
      token[place] = (byte) (digits % 2 == 0 ? digit << 4 : token[place] | digit);
    }
    // One too many is remembered: a longer number is no token. More need not be counted.
    digits = Math.min(digits + 1, DIGITS + 1);
  }

  /** After 8, 12, 16 and 20 digits, each in its turn. */
  private boolean isPlaceOfDash() {
    return dashes < DASHES_OF_UUID && digits == 8 + 4 * dashes;
  }

  private void end() {
    if (digits == DIGITS && (dashes == 0 || dashes == DASHES_OF_UUID)) {
      found.token(token);
    }
    digits = 0;
    dashes = 0;
  }
}
