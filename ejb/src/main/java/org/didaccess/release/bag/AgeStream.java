package org.didaccess.release.bag;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;

/**
 * The payload of an age file: chunks of 64 KiB, each sealed by ChaCha20-Poly1305 with its number
 * and a mark on the last one as nonce. Chunks do not depend on each other, so a batch of them is
 * sealed on all cores; they are written in order.
 */
final class AgeStream extends OutputStream {

  private static final String ALGORITHM = "ChaCha20-Poly1305";
  private static final int CHUNK = 64 << 10;
  private static final int TAG = 16;
  private static final int BATCH = 16;
  private static final int NONCE = 12;

  private final OutputStream target;
  private final SecretKey key;
  private final byte[] plain = new byte[BATCH * CHUNK];
  private final byte[] sealed = new byte[BATCH * (CHUNK + TAG)];
  private long chunksBefore;
  private int used;
  private boolean closed;

  /** Over a target that has the header and the payload's nonce already. */
  AgeStream(OutputStream target, SecretKey key) {
    this.target = target;
    this.key = key;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  /** A full batch waits for one byte more: only then is it certain that it holds no last chunk. */
  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (used == plain.length) {
        seal(false);
      }
      int more = Math.min(length - done, plain.length - used);
      System.arraycopy(buffer, offset + done, plain, used, more);
      used += more;
      done += more;
    }
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      try (target) {
        seal(true);
      }
    }
  }

  private void seal(boolean last) throws IOException {
    int chunks = Math.max(1, (used + CHUNK - 1) / CHUNK);
    try {
      IntStream.range(0, chunks).parallel().forEach(i -> seal(i, last && i == chunks - 1));
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
    target.write(sealed, 0, used + chunks * TAG);
    chunksBefore += chunks;
    used = 0;
  }

  private void seal(int index, boolean last) {
    int from = index * CHUNK;
    int length = Math.min(CHUNK, used - from);
    byte[] nonce =
        ByteBuffer.allocate(NONCE)
            .putLong(3, chunksBefore + index)
            .put(NONCE - 1, (byte) (last ? 1 : 0))
            .array();
    try {
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(nonce));
      cipher.doFinal(plain, from, length, sealed, index * (CHUNK + TAG));
    } catch (GeneralSecurityException failed) {
      throw new UncheckedIOException(new IOException("A part could not be encrypted.", failed));
    }
  }
}
