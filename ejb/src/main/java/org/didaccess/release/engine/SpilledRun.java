package org.didaccess.release.engine;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A sorted run on disk, read back row by row for merging. */
final class SpilledRun implements AutoCloseable, Comparable<SpilledRun> {

  private static final int BUFFER = 64 << 10;

  private final DataInputStream input;
  private byte[] line = new byte[512];
  private int length;
  private long key;

  private SpilledRun(Path file) throws IOException {
    input = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
  }

  static void write(SortedChunk chunk, Path file) throws IOException {
    try (DataOutputStream output =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
      chunk.drain(
          (key, buffer, offset, length) -> {
            output.writeInt(length);
            output.writeLong(key);
            output.write(buffer, offset, length);
          });
      output.writeInt(-1);
    }
  }

  static SpilledRun open(Path file) throws IOException {
    return new SpilledRun(file);
  }

  /** Goes on to the next row; false at the end. */
  boolean next() throws IOException {
    length = input.readInt();
    if (length < 0) {
      return false;
    }
    key = input.readLong();
    if (length > line.length) {
      line = new byte[2 * length];
    }
    input.readFully(line, 0, length);
    return true;
  }

  void writeTo(RowSink sink) throws IOException {
    sink.row(line, 0, length);
  }

  @Override
  public int compareTo(SpilledRun other) {
    int byKey = Long.compareUnsigned(key, other.key);
    return byKey != 0
        ? byKey
        : Arrays.compareUnsigned(line, 0, length, other.line, 0, other.length);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
