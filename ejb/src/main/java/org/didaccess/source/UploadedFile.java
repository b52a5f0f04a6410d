package org.didaccess.source;

import java.io.InputStream;
import java.util.UUID;

/**
 * A file that somebody sends.
 *
 * @param content read to its end, not closed
 * @param upload by which its sender asks how far it is and calls it off; null where nobody does
 */
public record UploadedFile(InputStream content, UUID upload) {

  /** A file that nobody watches. */
  public static UploadedFile unwatched(InputStream content) {
    return new UploadedFile(content, null);
  }
}
