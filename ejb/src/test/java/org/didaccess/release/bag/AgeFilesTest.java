package org.didaccess.release.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sealed chunk by chunk on all cores is an age file as the age library reads it. */
class AgeFilesTest {

  private static final int CHUNK = 64 << 10;
  private static final int RING = 32 * CHUNK;

  private final PackageFixture keys = new PackageFixture();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, RING, RING + 1, 3 * RING + 7})
  void the_age_library_reads_what_was_encrypted(int length) throws IOException {
    byte[] plain = new byte[length];
    new Random(length).nextBytes(plain);
    assertThat(decrypted(encrypted(plain))).isEqualTo(plain);
  }

  @Test
  void a_file_that_lost_its_last_chunk_is_refused() throws IOException {
    byte[] whole = encrypted(new byte[2 * RING + 100]);
    byte[] cut = Arrays.copyOf(whole, whole.length - 100 - 16);
    assertThatThrownBy(() -> decrypted(cut)).isInstanceOf(IOException.class);
  }

  private byte[] encrypted(byte[] plain) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream age = AgeFiles.encrypt(file, keys.recipient)) {
      for (int from = 0; from < plain.length; from += 10_000) {
        age.write(plain, from, Math.min(10_000, plain.length - from));
      }
    }
    return file.toByteArray();
  }

  private byte[] decrypted(byte[] file) throws IOException {
    try (InputStream content =
        AgeFiles.decrypt(Channels.newChannel(new ByteArrayInputStream(file)), keys.identity)) {
      return content.readAllBytes();
    }
  }
}
