package org.didaccess.pseudonym.infrastructure;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;

/** Lets one server at a time make keys in a folder that several of them use. */
final class FolderLock {

  private FolderLock() {}

  /** What is done meanwhile. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException, GeneralSecurityException;
  }

  /**
   * Does the work while nobody else does any in this folder, which is made where it is missing. A
   * file lock, which ends with its channel, holds between processes only: the threads of this one
   * come here one by one.
   */
  static synchronized void during(Path folder, Work work)
      throws IOException, GeneralSecurityException {
    KeyFiles.privateFolder(folder);
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve(".making"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock();
      work.run();
    }
  }
}
