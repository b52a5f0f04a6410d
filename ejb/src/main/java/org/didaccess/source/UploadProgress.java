package org.didaccess.source;

/**
 * How far a check or a load is.
 *
 * @param stage what is done at the moment
 * @param bytesRead how much of the file was read, as it was sent
 */
public record UploadProgress(Stage stage, long bytesRead) {

  /** What is done with a file, in this order. */
  public enum Stage {
    /** Records are read and checked, and go to where the database keeps them aside. */
    CHECKING,
    /** The database groups people and stores the rows; a check does not come here. */
    STORING
  }
}
