package org.didaccess.release.engine;

import java.io.IOException;

/** Turns what a COPY sends, message by message, into the lines that leave. */
interface LineEncoder {

  /** Takes a message; the lines of the one before must have been read. */
  void take(byte[] message) throws IOException;

  /** Encodes the next row of the message; false where it has no more. */
  boolean next() throws IOException;

  /** The line, with its end, until the next row. */
  LineBuffer line();

  /** The record's token until the next row: the rows leave in its order. */
  byte[] orderToken();
}
