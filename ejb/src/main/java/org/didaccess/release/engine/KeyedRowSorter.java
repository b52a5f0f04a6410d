package org.didaccess.release.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Orders the rows of one partition by their record tokens, in bounded memory: what does not fit is
 * spilled to a private folder in sorted runs and merged. The order depends on the rows and the
 * agreement's key alone, never on how the database happened to store them.
 */
public final class KeyedRowSorter implements AutoCloseable {

  private final SortedChunk chunk;
  private final Path folder;
  private final List<Path> spilled = new ArrayList<>();

  /**
   * A sorter.
   *
   * @param sortBytes how much of memory it may take for rows
   * @param parent where it makes a private folder for what does not fit
   */
  public KeyedRowSorter(int sortBytes, Path parent) throws IOException {
    chunk = new SortedChunk(sortBytes);
    folder =
        Files.createTempDirectory(
            parent,
            "sort-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  void add(byte[] token, LineBuffer line) throws IOException {
    add(token, line.bytes(), line.length());
  }

  /**
   * Takes one line.
   *
   * @param token what it is ordered by; lines of one token stand in the order of their bytes
   * @param line holds the line in its first bytes, whatever they are
   */
  public void add(byte[] token, byte[] line, int length) throws IOException {
    long key = ByteBuffer.wrap(token).getLong();
    if (chunk.add(key, line, length)) {
      return;
    }
    spill();
    if (!chunk.add(key, line, length)) {
      throw new IOException("One row is larger than the memory for sorting.");
    }
  }

  /** Hands all rows on in order. */
  public void drain(RowSink sink) throws IOException {
    if (spilled.isEmpty()) {
      chunk.drain((key, buffer, offset, length) -> sink.row(buffer, offset, length));
    } else {
      spill();
      merge(sink);
    }
  }

  /** Empties the sorter for the next partition. */
  public void clear() throws IOException {
    chunk.clear();
    for (Path file : spilled) {
      Files.deleteIfExists(file);
    }
    spilled.clear();
  }

  @Override
  public void close() throws IOException {
    clear();
    Files.deleteIfExists(folder);
  }

  private void spill() throws IOException {
    if (!chunk.isEmpty()) {
      Path file = folder.resolve("run-" + spilled.size());
      spilled.add(file);
      SpilledRun.write(chunk, file);
      chunk.clear();
    }
  }

  private void merge(RowSink sink) throws IOException {
    List<SpilledRun> open = new ArrayList<>();
    try {
      PriorityQueue<SpilledRun> heads = new PriorityQueue<>();
      for (Path file : spilled) {
        SpilledRun run = SpilledRun.open(file);
        open.add(run);
        offer(heads, run);
      }
      while (!heads.isEmpty()) {
        SpilledRun first = heads.remove();
        first.writeTo(sink);
        offer(heads, first);
      }
    } finally {
      for (SpilledRun run : open) {
        run.close();
      }
    }
  }

  private static void offer(PriorityQueue<SpilledRun> heads, SpilledRun run) throws IOException {
    if (run.next()) {
      heads.add(run);
    }
  }
}
