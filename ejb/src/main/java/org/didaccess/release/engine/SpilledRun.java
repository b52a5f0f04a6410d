package org.didaccess.release.engine;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A sorted run on disk, read back row by row for merging: for each row its length, its key and its
 * bytes, and after the last row a length that none has. A row is handed on where it lies in the
 * block that was read.
 */
final class SpilledRun implements AutoCloseable, Comparable<SpilledRun> {

  private static final int BLOCK = 64 << 10;
  private static final int HEAD = Integer.BYTES + Long.BYTES;
  private static final int END = -1;

  private final FileChannel file;
  private ByteBuffer block = ByteBuffer.allocate(BLOCK).flip();
  private int offset;
  private int length;
  private long key;

  private SpilledRun(FileChannel file) {
    this.file = file;
  }

  static void write(SortedChunk chunk, Path path) throws IOException {
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer block = ByteBuffer.allocate(BLOCK);
      chunk.drain(
          (key, buffer, offset, length) -> {
            if (block.remaining() < HEAD + length) {
              pass(block, file);
            }
            block.putInt(length).putLong(key);
            if (length <= block.remaining()) {
              block.put(buffer, offset, length);
            } else {
              pass(block, file);
              writeAll(ByteBuffer.wrap(buffer, offset, length), file);
            }
          });
      pass(block, file);
      pass(block.putInt(END), file);
    }
  }

  private static void pass(ByteBuffer block, FileChannel file) throws IOException {
    writeAll(block.flip(), file);
    block.clear();
  }

  private static void writeAll(ByteBuffer bytes, FileChannel file) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  static SpilledRun open(Path path) throws IOException {
    return new SpilledRun(FileChannel.open(path));
  }

  /** Goes on to the next row; false at the end. */
  boolean next() throws IOException {
    fetch(Integer.BYTES);
    length = block.getInt();
    if (length == END) {
      return false;
    }
    fetch(Long.BYTES + length);
    key = block.getLong();
    offset = block.position();
    block.position(offset + length);
    return true;
  }

  /** Has at least so many bytes in the block, after what was read of it. */
  private void fetch(int bytes) throws IOException {
    if (block.remaining() >= bytes) {
      return;
    }
    block = block.capacity() < bytes ? ByteBuffer.allocate(2 * bytes).put(block) : block.compact();
    while (block.position() < bytes) {
      if (file.read(block) < 0) {
        throw new EOFException("Rows that were set aside for sorting are cut short.");
      }
    }
    block.flip();
  }

  void writeTo(RowSink sink) throws IOException {
    sink.row(block.array(), offset, length);
  }

  @Override
  public int compareTo(SpilledRun other) {
    int byKey = Long.compareUnsigned(key, other.key);
    return byKey != 0
        ? byKey
        : Arrays.compareUnsigned(
            block.array(),
            offset,
            offset + length,
            other.block.array(),
            other.offset,
            other.offset + other.length);
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
    file.close();
  }
}
