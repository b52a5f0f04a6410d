package org.didaccess.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.didaccess.pseudonym.infrastructure.FileWatermarkKeys;
import org.didaccess.pseudonym.infrastructure.KeyFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatermarkTest {

  private static final UUID AGREEMENT = new UUID(1, 2);
  private static final UUID RECIPIENT = new UUID(3, 4);

  private final Random random = new Random(20);

  @TempDir private Path home;

  @Test
  void the_first_96_bits_stay_and_join_across_recipients() {
    byte[] token = token();
    byte[] one = marked(token, AGREEMENT, RECIPIENT);
    byte[] other = marked(token, AGREEMENT, new UUID(3, 5));
    assertThat(Arrays.copyOf(one, Watermark.JOIN_LENGTH))
        .isEqualTo(Arrays.copyOf(token, Watermark.JOIN_LENGTH))
        .isEqualTo(Arrays.copyOf(other, Watermark.JOIN_LENGTH));
    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void every_refresh_gives_the_same_mark_from_the_stored_key() {
    byte[] token = token();
    assertThat(marked(token, AGREEMENT, RECIPIENT)).isEqualTo(marked(token, AGREEMENT, RECIPIENT));
  }

  @Test
  void a_mark_is_recognised_by_its_agreement_and_recipient_alone() {
    byte[] marked = marked(token(), AGREEMENT, RECIPIENT);
    assertThat(watermark(AGREEMENT, RECIPIENT).isIn(marked)).isTrue();
    assertThat(watermark(new UUID(1, 3), RECIPIENT).isIn(marked)).isFalse();
    assertThat(watermark(AGREEMENT, new UUID(3, 5)).isIn(marked)).isFalse();
    assertThat(watermark(RECIPIENT, AGREEMENT).isIn(marked)).isFalse();
  }

  @Test
  void no_unrelated_token_of_ten_thousand_carries_a_mark() {
    Watermark watermark = watermark(AGREEMENT, RECIPIENT);
    for (int i = 0; i < 10_000; i++) {
      assertThat(watermark.isIn(token())).isFalse();
    }
  }

  @Test
  void the_secret_is_stored_wrapped_and_never_as_it_is() throws IOException {
    watermark(AGREEMENT, RECIPIENT);
    Path stored = KeyFolders.under(home).keys().resolve("watermark.key");
    assertThat(stored).exists();
    assertThat(Files.size(stored)).isGreaterThan(TokenKey.LENGTH);
  }

  private byte[] marked(byte[] token, UUID agreement, UUID recipient) {
    byte[] copy = token.clone();
    watermark(agreement, recipient).write(copy);
    return copy;
  }

  /** From a store opened anew, as after a restart. */
  private Watermark watermark(UUID agreement, UUID recipient) {
    FileWatermarkKeys keys = new FileWatermarkKeys(KeyFolders.under(home));
    keys.makeForFirstUse();
    return keys.of(agreement, recipient).watermark();
  }

  private byte[] token() {
    byte[] token = new byte[Tokeniser.TOKEN_LENGTH];
    random.nextBytes(token);
    return token;
  }
}
