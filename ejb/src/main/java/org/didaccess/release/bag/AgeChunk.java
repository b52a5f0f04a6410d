package org.didaccess.release.bag;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;

/**
 * A chunk of an age payload: filled by one thread, sealed by another meanwhile. It has arrays of
 * its own, because native code may copy an array out and back as a whole.
 */
final class AgeChunk {

  /** Bytes of a chunk before it is sealed; the payload's last one may have fewer. */
  private static final int LENGTH = 64 << 10;

  private static final int TAG = 16;
  private static final int NONCE = 12;

  private final byte[] plain = new byte[LENGTH];
  private final byte[] sealed = new byte[LENGTH + TAG];
  private int used;
  private ForkJoinTask<?> sealing;

  boolean isFull() {
    return used == LENGTH;
  }

  /** Takes as many bytes as there is room for, and gives their number. */
  int take(byte[] buffer, int offset, int length) {
    int taken = Math.min(length, LENGTH - used);
    System.arraycopy(buffer, offset, plain, used, taken);
    used += taken;
    return taken;
  }

  /** Has it sealed as the chunk with this number, and does not wait for it. */
  void seal(SecretKey key, long number, boolean last) {
    byte[] nonce =
        ByteBuffer.allocate(NONCE).putLong(3, number).put(NONCE - 1, (byte) (last ? 1 : 0)).array();
    sealing = ForkJoinPool.commonPool().submit(() -> seal(key, new IvParameterSpec(nonce)));
  }

  /** Where it is being sealed, waits for that and writes it; then it is empty. */
  void writeTo(OutputStream target) throws IOException {
    if (sealing == null) {
      return;
    }
    try {
      sealing.join();
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
    sealing = null;
    target.write(sealed, 0, used + TAG);
    used = 0;
  }

  private void seal(SecretKey key, IvParameterSpec nonce) {
    try {
      Cipher cipher = ChaChaPoly.cipher();
      cipher.init(Cipher.ENCRYPT_MODE, key, nonce);
      cipher.doFinal(plain, 0, used, sealed, 0);
    } catch (GeneralSecurityException failed) {
      throw new UncheckedIOException(new IOException("A part could not be encrypted.", failed));
    }
  }
}
