package org.didaccess.shared.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What is compressed is read to the last byte of the file, or refused. */
class FileEncodingTest {

  private static final String FIRST = "first,".repeat(100);
  private static final String SECOND = "second,".repeat(100);

  @Test
  void every_member_counts_however_slowly_the_file_arrives() throws IOException {
    byte[] gzip = concat(gzip(FIRST), gzip(SECOND), gzip(""), gzip(FIRST));
    byte[] zstd = concat(zstd(FIRST), zstd(SECOND), zstd(""), zstd(FIRST));

    for (byte[] file : new byte[][] {gzip, zstd}) {
      assertThat(text(new ByteArrayInputStream(file))).isEqualTo(FIRST + SECOND + FIRST);
      assertThat(text(new Upload(file))).isEqualTo(FIRST + SECOND + FIRST);
    }
  }

  @Test
  void a_file_that_is_cut_anywhere_is_refused() throws IOException {
    byte[] file = concat(gzip(FIRST), gzip(SECOND));
    int whole = gzip(FIRST).length;
    for (int length = 3; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      if (length == whole) {
        assertThat(text(new Upload(cut))).isEqualTo(FIRST);
      } else {
        IOException refused = catchThrowableOfType(IOException.class, () -> text(new Upload(cut)));
        assertThat(refused).as("cut to %d bytes", length).isNotNull();
        assertThat(FileEncoding.isContentFault(refused)).as("%s", refused).isTrue();
      }
    }
  }

  @Test
  void what_stands_behind_a_member_and_is_none_is_refused() throws IOException {
    byte[] other = gzip(SECOND);
    other[2] = 7;
    byte[] spoilt = gzip(SECOND);
    spoilt[spoilt.length - 6] ^= 1;
    for (byte[] behind :
        new byte[][] {{'x'}, "more text".getBytes(StandardCharsets.UTF_8), other, spoilt}) {
      IOException refused =
          catchThrowableOfType(
              IOException.class, () -> text(new Upload(concat(gzip(FIRST), behind))));
      assertThat(refused).isNotNull();
      assertThat(FileEncoding.isContentFault(refused)).as("%s", refused).isTrue();
    }
  }

  @Test
  void a_file_that_cannot_be_read_is_not_said_to_be_damaged() throws IOException {
    byte[] file = gzip(FIRST);
    InputStream broken =
        new Upload(file) {
          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            if (in.available() < file.length / 2) {
              throw new IOException("the disk is gone");
            }
            return super.read(target, offset, length);
          }
        };
    assertThatThrownBy(() -> text(broken))
        .isInstanceOf(IOException.class)
        .hasMessage("the disk is gone")
        .satisfies(
            failure -> assertThat(FileEncoding.isContentFault((IOException) failure)).isFalse());
  }

  /** Arrives a few bytes at a time, and never says that more has come already. */
  private static class Upload extends FilterInputStream {

    private Upload(byte[] file) {
      super(new ByteArrayInputStream(file));
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return super.read(target, offset, Math.min(length, 5));
    }

    @Override
    public int available() {
      return 0;
    }
  }

  private static String text(InputStream file) throws IOException {
    return new String(FileEncoding.plain(file).readAllBytes(), StandardCharsets.UTF_8);
  }

  private static byte[] gzip(String content) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(file)) {
      gzip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return file.toByteArray();
  }

  private static byte[] zstd(String content) {
    return Zstd.compress(content.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] concat(byte[]... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.write(part);
    }
    return all.toByteArray();
  }
}
