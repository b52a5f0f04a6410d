package org.didaccess.source.application;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.UploadProgress;
import org.didaccess.source.UploadProgress.Stage;

/**
 * One check or load under way: how far it is, and whether somebody called it off. What is called
 * off ends at the next read, or where the database is at work by what was given to stop it.
 */
public final class UploadWatch {

  private static final String CANCELLED = "It was cancelled. Nothing was stored.";

  private final AtomicLong bytesRead = new AtomicLong();
  private volatile Stage stage = Stage.CHECKING;
  private boolean cancelled;
  private Runnable stop = () -> {};

  /** How far it is. */
  public UploadProgress progress() {
    return new UploadProgress(stage, bytesRead.get());
  }

  /** The same content, counted, and cut off where it is called off. */
  public InputStream watched(InputStream content) {
    return new Counted(content);
  }

  /** The whole file is read; the database stores it. */
  public void storing() {
    refuseCancelled();
    stage = Stage.STORING;
  }

  /** Calls it off. */
  public synchronized void cancel() {
    cancelled = true;
    stop.run();
  }

  /**
   * What has to be stopped from now on where it is called off, until the next call or {@link
   * #released}. What was called off before ends at the next read.
   */
  public synchronized void holds(Runnable stopped) {
    stop = stopped;
  }

  /** There is nothing to be stopped any more: what was held may serve somebody else by now. */
  public synchronized void released() {
    stop = () -> {};
  }

  /**
   * Ends the work of what was called off.
   *
   * @throws InvalidSubmissionException where it was
   */
  public synchronized void refuseCancelled() {
    if (cancelled) {
      throw new InvalidSubmissionException(CANCELLED);
    }
  }

  private final class Counted extends FilterInputStream {

    private Counted(InputStream content) {
      super(content);
    }

    @Override
    public int read() throws IOException {
      refuseCancelled();
      int read = super.read();
      bytesRead.addAndGet(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      refuseCancelled();
      int read = super.read(target, offset, length);
      bytesRead.addAndGet(Math.max(0, read));
      return read;
    }
  }
}
