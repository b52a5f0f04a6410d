package org.didaccess.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.didaccess.pseudonym.infrastructure.FileAgreementKeys;
import org.didaccess.pseudonym.infrastructure.KeyFolders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of agreements: who shares tokens, and what destruction means. */
class AgreementKeysTest {

  private static final UUID ASTHMA_STUDY = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final UUID STROKE_STUDY = UUID.fromString("00000000-0000-4000-8000-000000000002");
  private static final byte[] REFERENCE = "a reference".getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path home;
  private KeyFolders folders;
  private FileAgreementKeys keys;

  @BeforeEach
  void openStore() {
    folders = KeyFolders.under(home);
    keys = new FileAgreementKeys(folders);
  }

  @Test
  void a_person_has_the_same_token_throughout_one_agreement() {
    String before = personToken(keys.keyOfFirstUse(ASTHMA_STUDY));
    String afterRestart = personToken(new FileAgreementKeys(folders).keyOf(ASTHMA_STUDY));
    assertThat(afterRestart).isEqualTo(before).hasSize(32);
  }

  @Test
  void a_person_has_different_tokens_under_two_agreements() {
    assertThat(personToken(keys.keyOfFirstUse(ASTHMA_STUDY)))
        .isNotEqualTo(personToken(keys.keyOfFirstUse(STROKE_STUDY)));
  }

  @Test
  void a_record_and_a_person_with_equal_references_have_different_tokens() {
    TokenKey key = keys.keyOfFirstUse(ASTHMA_STUDY);
    assertThat(token(key, Tokeniser.Domain.RECORD)).isNotEqualTo(personToken(key));
  }

  @Test
  void a_token_is_the_truncated_hmac_of_the_marked_reference() {
    byte[] plainKey = new byte[TokenKey.LENGTH];
    // HMAC-SHA-256 of "Pa reference" under 32 zero bytes, by openssl dgst -mac HMAC.
    assertThat(token(new TokenKey(plainKey), Tokeniser.Domain.PERSON))
        .isEqualTo("482260c942f58503ef512f8db182ed50");
  }

  @Test
  void a_destroyed_key_cannot_be_used_again() throws IOException {
    keys.keyOfFirstUse(ASTHMA_STUDY);
    keys.destroy(destruction());
    assertThatThrownBy(() -> keys.keyOf(ASTHMA_STUDY)).isInstanceOf(KeyDestroyedException.class);
    assertThatThrownBy(() -> new FileAgreementKeys(folders).keyOf(ASTHMA_STUDY))
        .isInstanceOf(KeyDestroyedException.class);
    assertThatThrownBy(() -> keys.keyOfFirstUse(ASTHMA_STUDY))
        .isInstanceOf(KeyDestroyedException.class);
    assertThat(keyFiles()).isEmpty();
    assertThat(personToken(keys.keyOfFirstUse(STROKE_STUDY))).hasSize(32);
  }

  @Test
  void a_key_that_was_lost_is_not_made_anew() throws IOException {
    keys.keyOfFirstUse(ASTHMA_STUDY);
    Files.delete(folders.agreements().resolve(ASTHMA_STUDY + ".key"));
    assertThatThrownBy(() -> keys.keyOf(ASTHMA_STUDY))
        .isInstanceOf(KeyStoreException.class)
        .hasMessageContaining("Restore the key store");
    assertThat(keyFiles()).isEmpty();
  }

  @Test
  void servers_that_use_a_key_first_at_the_same_time_make_one() {
    List<String> tokens =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(server -> new FileAgreementKeys(folders).keyOfFirstUse(STROKE_STUDY))
            .map(AgreementKeysTest::personToken)
            .toList();
    assertThat(tokens).hasSize(16).containsOnly(tokens.get(0));
  }

  @Test
  void the_check_value_of_a_key_is_its_own_and_no_token() {
    TokenKey key = keys.keyOfFirstUse(ASTHMA_STUDY);
    assertThat(key.checkValue())
        .hasSize(16)
        .isEqualTo(keys.keyOf(ASTHMA_STUDY).checkValue())
        .isNotEqualTo(keys.keyOfFirstUse(STROKE_STUDY).checkValue());
  }

  @Test
  void a_restored_store_destroys_again_what_was_destroyed() throws IOException {
    keys.keyOfFirstUse(ASTHMA_STUDY);
    Path backup = home.resolve("backup");
    keys.backUpTo(backup);
    keys.destroy(destruction());
    restore(backup);
    assertThat(keyFiles()).hasSize(1);

    FileAgreementKeys reopened = new FileAgreementKeys(folders);

    assertThat(keyFiles()).isEmpty();
    assertThat(reopened.isDestroyed(ASTHMA_STUDY)).isTrue();
  }

  @Test
  void a_store_restored_while_running_still_refuses_a_destroyed_key() throws IOException {
    keys.keyOfFirstUse(ASTHMA_STUDY);
    Path backup = home.resolve("backup");
    keys.backUpTo(backup);
    keys.destroy(destruction());
    restore(backup);
    assertThatThrownBy(() -> keys.keyOf(ASTHMA_STUDY)).isInstanceOf(KeyDestroyedException.class);
    assertThat(keyFiles()).isEmpty();
  }

  @Test
  void a_key_moved_to_another_agreement_is_refused() throws IOException {
    keys.keyOfFirstUse(ASTHMA_STUDY);
    Files.copy(
        folders.agreements().resolve(ASTHMA_STUDY + ".key"),
        folders.agreements().resolve(STROKE_STUDY + ".key"));
    assertThatThrownBy(() -> keys.keyOf(STROKE_STUDY))
        .isInstanceOf(KeyStoreException.class)
        .hasMessageContaining("restore the key store");
  }

  @Test
  void the_store_never_holds_a_key_in_plain() throws IOException {
    byte[] plain = keys.keyOfFirstUse(ASTHMA_STUDY).copyBytes();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(file)))
            .doesNotContain(HexFormat.of().formatHex(plain));
      }
    }
  }

  @Test
  void a_lost_password_is_reported_and_nothing_is_made_anew() throws IOException {
    keys.keyOfFirstUse(ASTHMA_STUDY);
    Files.writeString(folders.secrets().resolve("key-store-password"), "something else");
    assertThatThrownBy(() -> new FileAgreementKeys(folders))
        .isInstanceOf(KeyStoreException.class)
        .hasMessageContaining("same backup");
  }

  private static Destruction destruction() {
    return new Destruction(ASTHMA_STUDY, Instant.EPOCH, "Certificate 7");
  }

  private void restore(Path backup) throws IOException {
    String name = ASTHMA_STUDY + ".key";
    Files.copy(backup.resolve(name), folders.agreements().resolve(name));
  }

  private Stream<Path> keyFiles() throws IOException {
    try (Stream<Path> files = Files.list(folders.agreements())) {
      return files.filter(file -> file.toString().endsWith(".key")).toList().stream();
    }
  }

  private static String personToken(TokenKey key) {
    return token(key, Tokeniser.Domain.PERSON);
  }

  private static String token(TokenKey key, Tokeniser.Domain domain) {
    byte[] token = new byte[Tokeniser.TOKEN_LENGTH];
    key.tokeniser().token(domain, REFERENCE, 0, REFERENCE.length, token);
    return HexFormat.of().formatHex(token);
  }
}
