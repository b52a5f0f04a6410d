package org.didaccess.shared;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * What is too long for memory and wanted only for a while: a file without a name, which nobody else
 * can open. It is gone when it is closed, or when the program that opened it ends in whatever way.
 */
public final class UnnamedFile implements Closeable {

  private final FileChannel channel;
  private final OutputStream out;

  private UnnamedFile(FileChannel channel) {
    this.channel = channel;
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel));
  }

  /** An empty one. */
  public static UnnamedFile open() throws IOException {
    // Temporary files are made for their owner alone, and this one loses its name at once.
    return new UnnamedFile(
        FileChannel.open(
            Files.createTempFile("did-", null),
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  /** Takes what is written; not to be closed. */
  public OutputStream out() {
    return out;
  }

  /**
   * All that was written, from its beginning; not to be closed, and nothing is written any more.
   */
  public InputStream content() throws IOException {
    out.flush();
    channel.position(0);
    return new BufferedInputStream(Channels.newInputStream(channel));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
