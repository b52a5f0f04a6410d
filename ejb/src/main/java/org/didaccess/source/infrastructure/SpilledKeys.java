package org.didaccess.source.infrastructure;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import org.didaccess.source.application.DuplicateKeys;
import org.didaccess.source.application.KeyHash;

/**
 * Keeps hashes of keys in memory up to a bound, and beyond it in 64 files of a private folder, each
 * small enough to be searched by itself. The files hold hashes alone. They have no name from the
 * moment they are open, so that nothing is left behind even where the process is killed.
 */
public final class SpilledKeys implements DuplicateKeys {

  private static final int IN_MEMORY = 1 << 20;
  private static final int BUCKETS = 64;
  private static final int BUCKET_SHIFT = Long.SIZE - 6;

  private final int bound;
  private final Path parent;
  private KeyBuffer buffer = new KeyBuffer();
  private Path folder;
  private FileChannel[] files;
  private DataOutputStream[] ends;

  public SpilledKeys() {
    this(IN_MEMORY, Path.of(System.getProperty("java.io.tmpdir")));
  }

  SpilledKeys(int bound, Path parent) {
    this.bound = bound;
    this.parent = parent;
  }

  @Override
  public void add(long row, KeyHash key) {
    if (buffer.size() == bound) {
      spill();
    }
    buffer.add(row, key);
  }

  @Override
  public BitSet duplicates() {
    BitSet found = new BitSet();
    if (files == null) {
      buffer.markDuplicates(found);
      return found;
    }
    spill();
    try {
      for (int bucket = 0; bucket < BUCKETS; bucket++) {
        ends[bucket].flush();
        read(files[bucket]).markDuplicates(found);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  @Override
  public void close() {
    if (files == null) {
      return;
    }
    try {
      for (FileChannel file : files) {
        if (file != null) {
          file.close();
        }
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void spill() {
    try {
      if (files == null) {
        open();
      }
      KeyBuffer full = buffer;
      for (int i = 0; i < full.size(); i++) {
        DataOutputStream end = ends[(int) (full.high(i) >>> BUCKET_SHIFT)];
        end.writeLong(full.high(i));
        end.writeLong(full.low(i));
        end.writeLong(full.row(i));
      }
      buffer = new KeyBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void open() throws IOException {
    // Temporary folders are made for their owner alone.
    folder = Files.createTempDirectory(parent, "did-keys-");
    files = new FileChannel[BUCKETS];
    ends = new DataOutputStream[BUCKETS];
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      files[bucket] =
          FileChannel.open(
              folder.resolve("keys-" + bucket),
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      ends[bucket] =
          new DataOutputStream(
              new BufferedOutputStream(Channels.newOutputStream(files[bucket]), 1 << 14));
    }
    removeNow();
  }

  /** Where an open file keeps its name, the folder goes when the files are closed. */
  private void removeNow() throws IOException {
    try {
      Files.delete(folder);
    } catch (DirectoryNotEmptyException named) {
      folder.toFile().deleteOnExit();
    }
  }

  private static KeyBuffer read(FileChannel file) throws IOException {
    KeyBuffer keys = new KeyBuffer();
    long left = file.size() / KeyBuffer.BYTES;
    file.position(0);
    // The stream is not closed: that would close the file before its time.
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(Channels.newInputStream(file), 1 << 16));
    for (; left > 0; left--) {
      KeyHash key = new KeyHash(in.readLong(), in.readLong());
      keys.add(in.readLong(), key);
    }
    return keys;
  }
}
