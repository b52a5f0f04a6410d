package org.didaccess.release;

import java.io.IOException;
import java.io.OutputStream;

/** A small package of invented rows; it is kept in memory and nowhere else. */
public final class SyntheticExtract {

  private final String fileName;
  private final byte[] content;

  /**
   * @param fileName a name that says that it is synthetic
   * @param content a tar; taken over
   */
  public SyntheticExtract(String fileName, byte[] content) {
    this.fileName = fileName;
    this.content = content.clone();
  }

  /** The file's name. */
  public String fileName() {
    return fileName;
  }

  /** Its length in bytes. */
  public int length() {
    return content.length;
  }

  /** Writes all of it. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(content);
  }
}
