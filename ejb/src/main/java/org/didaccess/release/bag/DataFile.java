package org.didaccess.release.bag;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.YearMonth;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.engine.WrittenPartition;
import org.didaccess.shared.StagedFile;

/** A month's file while it is written: its digest is taken on the way to the disk. */
final class DataFile implements AutoCloseable {

  private static final int BUFFER = 64 << 10;

  private final YearMonth month;
  private final StagedFile file;
  private final MessageDigest digest = Digests.sha512();
  private final OutputStream stream;

  DataFile(Path stage, YearMonth month, ExtractFormat format) throws IOException {
    this.month = month;
    this.file = new StagedFile(stage.resolve(BagNames.data(month, format)));
    this.stream = new BufferedOutputStream(new DigestOutputStream(file.stream(), digest), BUFFER);
  }

  /** Makes the private folder that the files stand in. */
  static void prepare(Path stage) throws IOException {
    prepare(stage, BagNames.DATA);
  }

  /** Makes a folder in it that nobody else on the machine reads. */
  static void prepare(Path stage, String folder) throws IOException {
    Files.createDirectories(
        stage.resolve(folder),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  /** Takes the bytes of the file. */
  OutputStream stream() {
    return stream;
  }

  /** Makes the file visible with all that was written. */
  WrittenPartition publish(long rows) throws IOException {
    stream.flush();
    long bytes = file.channel().size();
    file.publish();
    return new WrittenPartition(month, rows, bytes, Digests.hex(digest));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
