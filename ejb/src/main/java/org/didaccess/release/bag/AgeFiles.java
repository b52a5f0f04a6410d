package org.didaccess.release.bag;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.format.StandardPayloadKeyWriter;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.SecretKey;

/** Files encrypted with age (age-encryption.org/v1) to one X25519 key. */
final class AgeFiles {

  private static final byte[] MARK = "age-encryption.org/v1".getBytes(StandardCharsets.US_ASCII);

  /** One stanza takes about 200 bytes. */
  private static final int HEADER_LIMIT = 4096;

  private AgeFiles() {}

  /** A stream that encrypts what is written to it; closing it closes the target. */
  static OutputStream encrypt(OutputStream target, String recipient) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER_LIMIT);
    try {
      SecretKey key =
          new StandardPayloadKeyWriter()
              .writeFileHeader(
                  header,
                  List.of(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient)));
      target.write(header.array(), 0, header.position());
      return new AgeStream(target, key);
    } catch (GeneralSecurityException failed) {
      throw new IOException("The recipient's key is not an age key (age1…).", failed);
    }
  }

  /**
   * A stream of the plain content.
   *
   * @throws WrongIdentityException when the file is not for this identity
   */
  static InputStream decrypt(ReadableByteChannel source, String identity) throws IOException {
    RecipientStanzaReader reader = reader(identity);
    try {
      return Channels.newInputStream(
          new StandardDecryptingChannelFactory().newDecryptingChannel(source, List.of(reader)));
    } catch (UnsupportedRecipientStanzaException notForUs) {
      throw new WrongIdentityException(notForUs);
    } catch (GeneralSecurityException | IllegalArgumentException failed) {
      throw new IOException("The age header was changed.", failed);
    }
  }

  private static RecipientStanzaReader reader(String identity) throws IOException {
    try {
      return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity);
    } catch (GeneralSecurityException | RuntimeException notAnIdentity) {
      throw new WrongIdentityException(notAnIdentity);
    }
  }

  static boolean looksEncrypted(byte[] start) {
    return start.length >= MARK.length
        && Arrays.equals(start, 0, MARK.length, MARK, 0, MARK.length);
  }
}
