package org.didaccess.audit;

/** The trail in the database is not the trail that was signed before. No new checkpoint is made. */
public class TrailAlteredException extends RuntimeException {

  public TrailAlteredException(String message) {
    super(message);
  }
}
