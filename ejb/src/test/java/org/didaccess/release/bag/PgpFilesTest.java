package org.didaccess.release.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.openpgp.PGPException;
import org.didaccess.shared.RecipientKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files encrypted with OpenPGP: whole ones open, and nothing else does. */
class PgpFilesTest {

  private final Instant now = Instant.now();

  private final PgpPair pair = PgpPair.made();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 1_000_000})
  void what_was_encrypted_is_read_again(int length) throws IOException {
    byte[] plain = new byte[length];
    new Random(length).nextBytes(plain);

    byte[] file = encrypted(plain);

    assertThat(PgpFiles.looksEncrypted(file)).isTrue();
    assertThat(AgeFiles.looksEncrypted(file)).isFalse();
    assertThat(decrypted(file, pair.secret())).isEqualTo(plain);
  }

  @Test
  void a_file_that_was_cut_or_changed_is_refused() throws IOException {
    byte[] whole = encrypted(new byte[200_000]);

    for (int cut : new int[] {1, 20, 25, 70_000, whole.length - 10}) {
      byte[] shorter = Arrays.copyOf(whole, whole.length - cut);
      assertThatThrownBy(() -> decrypted(shorter, pair.secret())).isInstanceOf(IOException.class);
    }
    for (int at : new int[] {200, 5_000, whole.length / 2, whole.length - 1}) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> decrypted(changed, pair.secret())).isInstanceOf(IOException.class);
    }
  }

  @Test
  void another_key_does_not_open_it_and_one_with_a_passphrase_is_told() throws IOException {
    byte[] file = encrypted(new byte[100]);

    assertThatThrownBy(() -> decrypted(file, PgpPair.made().secret()))
        .isInstanceOf(WrongIdentityException.class)
        .hasMessageContaining("encrypted to another key");
    assertThatThrownBy(() -> decrypted(file, pair.secretWith("a passphrase")))
        .isInstanceOf(WrongIdentityException.class)
        .hasMessageContaining("has a passphrase");
    assertThatThrownBy(() -> decrypted(file, "no key")).isInstanceOf(WrongIdentityException.class);
  }

  @Test
  void a_key_opens_it_once_its_passphrase_was_given() throws IOException {
    byte[] file = encrypted(new byte[100]);
    String locked = pair.secretWith("a passphrase");

    assertThat(SecretKeys.areLocked(locked)).isTrue();
    assertThat(SecretKeys.areLocked(pair.secret())).isFalse();
    String unlocked = SecretKeys.unlocked(locked, "a passphrase".toCharArray());
    assertThat(SecretKeys.areLocked(unlocked)).isFalse();
    assertThat(decrypted(file, unlocked)).hasSize(100);
    assertThatThrownBy(() -> SecretKeys.unlocked(locked, "another".toCharArray()))
        .isInstanceOf(WrongIdentityException.class)
        .hasMessage("The passphrase does not open the secret key.");
  }

  @Test
  void a_key_is_taken_only_where_something_can_be_encrypted_to_it() throws PGPException {
    assertThat(RecipientKeys.faultOf(pair.exported(), now)).isEmpty();
    assertThat(RecipientKeys.faultOf(PgpPair.forSigningAlone().exported(), now))
        .contains(
            "Nothing can be encrypted to this OpenPGP key: it has no part for it, or is expired or"
                + " revoked.");
    assertThat(RecipientKeys.faultOf(pair.exported(), now.minus(3650, ChronoUnit.DAYS)))
        .as("before it was made")
        .isPresent();
    assertThat(RecipientKeys.faultOf(pair.exported().substring(0, 150), now)).isPresent();
    assertThat(RecipientKeys.faultOf(pair.secret(), now).orElseThrow())
        .startsWith("Give the recipient's own public key");
    assertThat(RecipientKeys.faultOf(pair.exported() + "\n".repeat(4000), now))
        .contains("The OpenPGP key is too long. Export it with --export-options export-minimal.");
  }

  @Test
  void a_key_is_shown_by_its_fingerprint_and_kept_however_its_lines_were_broken() {
    assertThat(RecipientKeys.shown(pair.exported()))
        .matches("OpenPGP ([0-9A-F]{4} ){9}[0-9A-F]{4}");
    assertThat(RecipientKeys.written("\r\n" + pair.exported().replace("\n", "\r\n")))
        .isEqualTo(pair.exported().strip());
    assertThat(RecipientKeys.fileEnding(pair.exported())).isEqualTo(".gpg");
    assertThat(RecipientKeys.fileEnding("age1invented")).isEqualTo(".age");
  }

  private byte[] encrypted(byte[] plain) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream sealed = SealedFiles.encrypt(file, pair.exported())) {
      for (int from = 0; from < plain.length; from += 10_000) {
        sealed.write(plain, from, Math.min(10_000, plain.length - from));
      }
    }
    return file.toByteArray();
  }

  private static byte[] decrypted(byte[] file, String identity) throws IOException {
    try (InputStream content = PgpFiles.decrypt(new ByteArrayInputStream(file), identity)) {
      return content.readAllBytes();
    }
  }
}
