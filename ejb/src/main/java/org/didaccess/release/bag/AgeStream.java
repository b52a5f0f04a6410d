package org.didaccess.release.bag;

import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import javax.crypto.SecretKey;

/**
 * The payload of an age file: chunks of 64 KiB, each sealed by ChaCha20-Poly1305 with its number
 * and a mark on the last one as nonce. Chunks do not depend on each other: while one is filled,
 * those before it are sealed on all cores.
 */
final class AgeStream extends OutputStream {

  private static final int CHUNKS_AT_ONCE = 32;

  private final OutputStream target;
  private final SecretKey key;
  private final AgeChunk[] ring =
      Stream.generate(AgeChunk::new).limit(CHUNKS_AT_ONCE).toArray(AgeChunk[]::new);

  /** Of the chunk that is being filled. */
  private long number;

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

  /** A full chunk waits for one byte more: only then is it certain that it is not the last one. */
  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (chunk().isFull()) {
        chunk().seal(key, number, false);
        number++;
        chunk().writeTo(target);
      }
      done += chunk().take(buffer, offset + done, length - done);
    }
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      try (target) {
        chunk().seal(key, number, true);
        for (int i = 0; i < ring.length; i++) {
          number++;
          chunk().writeTo(target);
        }
      }
    }
  }

  /** The place of the chunk with the number; what was sealed there before has left it. */
  private AgeChunk chunk() {
    return ring[(int) (number % ring.length)];
  }
}
