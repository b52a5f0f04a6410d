package org.didaccess.source.infrastructure;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import org.didaccess.source.application.DuplicateKeys;
import org.didaccess.source.application.KeyHash;

/**
 * Keeps hashes of keys in memory up to a bound, and beyond it in 64 files of a private folder, each
 * small enough to be searched by itself. The files hold hashes alone and go with the folder.
 */
public final class SpilledKeys implements DuplicateKeys {

  private static final int IN_MEMORY = 1 << 20;
  private static final int BUCKETS = 64;
  private static final int BUCKET_SHIFT = Long.SIZE - 6;

  private final int bound;
  private KeyBuffer buffer = new KeyBuffer();
  private Path folder;
  private DataOutputStream[] files;

  public SpilledKeys() {
    this(IN_MEMORY);
  }

  SpilledKeys(int bound) {
    this.bound = bound;
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
        files[bucket].close();
        read(bucket).markDuplicates(found);
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
      for (int bucket = 0; bucket < BUCKETS; bucket++) {
        files[bucket].close();
        Files.deleteIfExists(file(bucket));
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
        DataOutputStream file = files[(int) (full.high(i) >>> BUCKET_SHIFT)];
        file.writeLong(full.high(i));
        file.writeLong(full.low(i));
        file.writeLong(full.row(i));
      }
      buffer = new KeyBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void open() throws IOException {
    // Temporary folders are made for their owner alone.
    folder = Files.createTempDirectory("did-keys-");
    files = new DataOutputStream[BUCKETS];
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      files[bucket] =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file(bucket))));
      file(bucket).toFile().deleteOnExit();
    }
    folder.toFile().deleteOnExit();
  }

  private KeyBuffer read(int bucket) throws IOException {
    KeyBuffer keys = new KeyBuffer();
    long left = Files.size(file(bucket)) / KeyBuffer.BYTES;
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file(bucket))))) {
      for (; left > 0; left--) {
        KeyHash key = new KeyHash(in.readLong(), in.readLong());
        keys.add(in.readLong(), key);
      }
    }
    return keys;
  }

  private Path file(int bucket) {
    return folder.resolve("keys-" + bucket);
  }
}
